/** A difference between two states: something new, something gone, something that is not as it was */
export interface Change {
  readonly sign: "+" | "-" | "~";
  /** The label of the network that it is in; `null` for what is no network's */
  readonly where: string | null;
  readonly text: string;
}

/** What is new and what is gone in a list, in which a line may stand more than once */
export function listChanges(
  before: readonly string[],
  now: readonly string[],
  where: string | null,
): readonly Change[] {
  return [
    ...beyond(before, now).map((text) => ({ sign: "-", where, text }) as const),
    ...beyond(now, before).map((text) => ({ sign: "+", where, text }) as const),
  ];
}

/** What a list has and the other has not, as often as it has it more often */
function beyond(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
