/**
 * Variables of an environment, entry by entry: `NAME=VALUE`.
 *
 * @module
 */

/** A variable's name and value, where the first equals sign divides them; without one it is all name */
export function divide(entry: string): readonly [string, string] {
  const at = entry.indexOf("=");
  return at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
}

/** A variable's name */
export function nameOf(entry: string): string {
  return divide(entry)[0];
}
