/**
 * Finds the candidate that a mistyped word most likely means, or `null` when none is near. Up to a third of its letters
 * may be missing, added, wrong or swapped with a neighbour, but not all of them.
 *
 * @example
 * ```ts
 * import { nearest } from "./nearest.ts";
 * import { expect } from "bun:test";
 *
 * expect(nearest("point-to-pont", ["custom-bridge", "point-to-point"])).toBe("point-to-point");
 * expect(nearest("xyz", ["custom-bridge", "point-to-point"])).toBeNull();
 * ```
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const letters = Math.max(word.length, candidate.length);
    const limit = Math.min(Math.max(letters, 3) / 3, letters - 1, (best?.distance ?? Infinity) - 1);
    if (Math.abs(word.length - candidate.length) > limit) continue; // spares a very long word its table
    const distance = editDistance(word, candidate);
    if (distance <= limit) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

/**
 * Counts the single edits that turn one word into the other; swapping two neighbours is one edit. This is the
 * Damerau–Levenshtein distance in its restricted form (optimal string alignment), which edits no letter twice.
 */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

/** Reads a cell of the table; cells outside of it are unreachable */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
