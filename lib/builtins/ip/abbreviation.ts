/**
 * Finds the word that a beginning stands for, as `ip` does: the first in its own order that begins so.
 *
 * Source: matches() of iproute2's lib/utils.c
 *
 * @param words in the order in which `ip` looks through them
 * @returns `null` when none begins so, or nothing is left of it
 */
export function unabbreviated<Word extends string>(beginning: string, words: readonly Word[]): Word | null {
  if (beginning === "") return null;
  return words.find((word) => word.startsWith(beginning)) ?? null;
}
