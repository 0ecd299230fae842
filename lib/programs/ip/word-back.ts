/**
 * Finds the word after `ip link set … netns` for the network namespace that these words enter: its name, or a process
 * id.
 *
 * @returns `null` where only the entering words themselves lead there
 */
export function wordBack(enter: readonly string[]): string | null {
  if (enter.length === 0) return "1";
  const line = enter.join(" ");
  const entry = /^ip netns exec (\S+)$/.exec(line)?.[1];
  if (entry !== undefined) return entry;
  const process = /^nsenter (?:--net=\/proc\/(\d+)\/ns\/net|(?:-t|--target[= ]) ?(\d+) (?:-n|--net))$/.exec(line);
  return process?.[1] ?? process?.[2] ?? /^nsenter --net=\/(?:var\/)?run\/netns\/(\S+)$/.exec(line)?.[1] ?? null;
}
