/** A difference between two states: new, gone, or changed */
export interface Change {
  readonly sign: "+" | "-" | "~";
  /** The label of its network; `null` when it is in none */
  readonly where: string | null;
  readonly text: string;
}

/** Compares two lists, in which a line may be repeated */
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

/** Returns the lines that one list has more often than the other */
function beyond(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
