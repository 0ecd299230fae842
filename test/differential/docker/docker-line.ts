/**
 * A `docker` command line that both engines are given, and how what they say is compared.
 */

/** What a line comes to on one of the engines, where the two are known to differ */
export interface Outcome {
  readonly status: number;
  /** Somewhere in what it prints, after {@link normalise} */
  readonly says: string;
}

/**
 * How the two are compared, where not in full. Each says why.
 *
 * - `lists less`: what the sandbox prints is a part of what Docker does, in the same order, but for `own` lines
 * - `labels`: the same of the words before the colons, as the values are each engine's own
 * - `shape`: of JSON the same keys in the same order, with values of the same types
 * - `differs`: known to differ, and exactly so
 */
export type Comparison =
  | { readonly by: "lists less"; readonly own: readonly string[]; readonly why: string }
  | { readonly by: "labels"; readonly own: readonly string[]; readonly why: string }
  | { readonly by: "shape"; readonly why: string }
  | { readonly by: "differs"; readonly sandbox: Outcome; readonly docker: Outcome; readonly why: string };

/** A line: by itself where both engines are to say the same */
export type Line = string | (Comparison & { readonly line: string });

/** Lines in order, on hosts without containers */
export interface Scene {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A command's help, or what ends with it */
export function listsLess(line: string, ...own: readonly string[]): Line {
  return { line, by: "lists less", own, why: "ours has a part of Docker's options and commands" };
}

/** A document of more than a name */
export function shaped(line: string): Line {
  return { line, by: "shape", why: "ids, paths, times and limits are each engine's own" };
}

/** The text of a line */
export function textOf(line: Line): string {
  return typeof line === "string" ? line : line.line;
}
