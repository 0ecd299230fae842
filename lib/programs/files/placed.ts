/**
 * `cp SOURCE TARGET`, and `mv SOURCE TARGET`.
 *
 * @module
 */
import { basename } from "node:path";

import type { Effect, EffectiveProgram, Into } from "../effect.ts";
import { grammar, need, oneWay, several, spelled, word } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import { isSaid, textsOf } from "../terms.ts";

const FILE = several("file", "what to copy; the last one: where to");
const MOVED = several("file", "what to move; the last one: where to");

/** Of both programs */
const PLACING = {
  ...spelled(word("in place of what is there"), "-f", "--force"),
  ...spelled(word("not in place of what is there"), "-n", "--no-clobber"),
  ...spelled(word("under that very name, and not into a folder"), "-T", "--no-target-directory"),
  ...spelled(word("says what it does"), "-v", "--verbose"),
};

/** cp(1), without those that copy something else than what is named */
export const CP = {
  grammar: grammar({
    words: {
      ...PLACING,
      "-p": word("with the same owner, permissions and times"),
      ...spelled(word("folders as well, with all in them"), "-r", "-R", "--recursive"),
      "-a": word("folders as well, and all as it is"),
      "-d": word("a link as a link"),
      "-L": word("what a link leads to"),
      "-P": word("a link as a link"),
    },
    operands: [FILE],
    needs: [need("what to copy, and where to", "file")],
    deed: oneWay(() => "writes what is in the one file into the other", "write back what was there before"),
  }),
  effects(parsed) {
    const contents = isSaid(parsed, "-r") || isSaid(parsed, "-a") ? "along" : "refused";
    const [target = ".", ...sources] = textsOf(parsed, FILE).toReversed();
    return sources.toReversed().map((from) => ({
      kind: "path",
      path: target,
      into: into(parsed, from),
      afterwards: "there",
      how: "copies",
      from,
      contents,
    }));
  },
} satisfies EffectiveProgram<"path">;

/** mv(1), without those that look at what is there first */
export const MV = {
  grammar: grammar({
    words: PLACING,
    operands: [MOVED],
    needs: [need("what to move, and where to", "file")],
    deed: oneWay(() => "gives the file the other name, and takes the one that it had away", "move it back: mv"),
  }),
  effects(parsed): readonly Effect<"moved path">[] | string {
    const [from, target, ...others] = textsOf(parsed, MOVED);
    if (from === undefined || target === undefined || others.length > 0)
      return "it moves several things: write a line for each";
    return [{ kind: "moved path", from, path: target, into: into(parsed, from) }];
  },
} satisfies EffectiveProgram<"moved path">;

function into(parsed: Parsed, from: string): Into | null {
  return isSaid(parsed, "-T") ? null : { name: basename(from), links: "followed" };
}
