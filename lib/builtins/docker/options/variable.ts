/**
 * Variables of an environment, entry by entry: `NAME=VALUE`.
 *
 * @module
 */

/** Splits an entry at the first equals sign into name and value; without one it is all name */
export function divide(entry: string): readonly [string, string] {
  const at = entry.indexOf("=");
  return at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
}

/** Returns a variable's name */
export function nameOf(entry: string): string {
  return divide(entry)[0];
}
