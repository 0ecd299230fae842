/**
 * Finds the network namespace that a command runs in.
 *
 * @module
 */
import type { SeenNetwork } from "../netlink/see/network.ts";
import type { Network } from "./identity.ts";
import type { Look } from "./look.ts";

const OWN = "/proc/self/ns/net";

/** Finds the namespace that these words enter; `null` when they fail */
export async function networkBehind(look: Look, enter: readonly string[]): Promise<Network | null> {
  const inode = await inodeOfNetwork(look, enter);
  return inode === null ? null : { enter, inode };
}

/** Returns the inode of a namespace, which identifies it: namespaces(7) */
export async function inodeOfNetwork(look: Look, enter: readonly string[]): Promise<string | null> {
  const [program, ...words] = enter;
  const file = fileOfNetwork(enter);
  const inode = file === null ? null : look.network(file);
  if (inode !== null) return `${inode}`;
  // Only a process inside can tell, or the error of entering it
  const target = program === undefined ? look.link(OWN) : await look.text([program, ...words, "readlink", OWN]);
  return target === null ? null : (/^net:\[(\d+)\]$/.exec(target.trim())?.[1] ?? null);
}

/** Sees something in the namespace that these words enter; `null` when they don't lead to one */
export function seeIn<T>(look: Look, enter: readonly string[], read: (network: SeenNetwork) => T): T | null {
  const file = fileOfNetwork(enter);
  return file === null ? null : look.see(file, read);
}

/** Finds the file of the namespace that these words enter, as far as they tell; it need not be a namespace */
function fileOfNetwork(enter: readonly string[]): string | null {
  let [file, at]: [string | null, number] = [OWN, 0];
  while (at < enter.length && file !== null)
    [file, at] = enter[at] === "ip" ? behindName(enter, at) : behindProcess(enter, at);
  return file;
}

/** Finds the file of `ip netns exec NAME` */
function behindName(enter: readonly string[], from: number): [file: string | null, next: number] {
  const name = enter.findIndex(
    (word, at) => at > from && "exec".startsWith(word) && "netns".startsWith(enter[at - 1] ?? ""),
  );
  return name < 0 ? [null, enter.length] : [`/var/run/netns/${enter[name + 1]}`, name + 2];
}

/** Options of nsenter(1) that don't concern the network namespace */
const OTHERS = /^-(?:[muipCUTrwF]+|-(?:mount|uts|ipc|pid|cgroup|user|time|root|wd|no-fork|preserve-credentials))$/;

/** Finds the file of `nsenter --net=FILE` or `nsenter --target PID --net` */
function behindProcess(enter: readonly string[], from: number): [file: string | null, next: number] {
  let [file, target, enters, at]: [string | null, string | null, boolean, number] = [null, null, false, from + 1];
  if (enter[from] !== "nsenter") return [null, enter.length];
  for (; enter[at]?.startsWith("-") === true; at++) {
    const word = enter[at] ?? "";
    const [, pid, path] = /^(?:(?:-t|--target=)(\d+)|(?:-n|--net=)(.+))$/.exec(word) ?? [];
    if (word === "-t" || word === "--target") target = enter[++at] ?? null;
    else if (pid !== undefined) target = pid;
    else if (path !== undefined) file = path;
    else if (/^(?:-n|--net|-a|--all)$/.test(word)) enters = true;
    else if (word !== "--" && !OTHERS.test(word)) return [null, enter.length];
  }
  const ofTarget = enters && target !== null ? `/proc/${target}/ns/net` : null;
  return [file ?? ofTarget, at];
}

/** Returns the output of a command in a namespace */
export function textIn(
  look: Look,
  [program, ...words]: readonly string[],
  argv: readonly [string, ...string[]],
): Promise<string | null> {
  return look.text(program === undefined ? argv : [program, ...words, ...argv]);
}
