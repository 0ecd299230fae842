/** A single fault: one replacement in the text of one file. */

/** A replacement in a text, and its kind of mistake */
export interface Change {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change of a file of the project */
export interface Fault extends Change {
  /** The path from the project's folder */
  readonly file: string;
}

/** A place in a text, with all possible faults there */
export type Place = readonly Change[];

/** Applies a change to a text */
export function changed(text: string, { start, end, text: replacement }: Change): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Returns the line where a change begins, counted from 1 */
export function lineOf(text: string, { start }: Change): number {
  return text.slice(0, start).split("\n").length;
}

/** Formats a change as a diff without context */
export function diffOf(file: string, before: string, change: Change): string {
  const [old, now] = [before.split("\n"), changed(before, change).split("\n")];
  let first = 0;
  while (first < Math.min(old.length, now.length) && old[first] === now[first]) first++;
  let same = 0;
  while (same < Math.min(old.length, now.length) - first && old.at(-1 - same) === now.at(-1 - same)) same++;
  const [removed, added] = [old.slice(first, old.length - same), now.slice(first, now.length - same)];
  const range = (count: number) => (count === 1 ? `${first + 1}` : `${count === 0 ? first : first + 1},${count}`);
  return [
    `--- a/${file}`,
    `+++ b/${file}`,
    `@@ -${range(removed.length)} +${range(added.length)} @@`,
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
  ].join("\n");
}
