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

const FILE = several("file", "what to copy; the last one is the target");
const MOVED = several("file", "what to move; the last one is the target");

/** Options of both programs */
const PLACING = {
  ...spelled(word("replaces an existing file"), "-f", "--force"),
  ...spelled(word("replaces no existing file"), "-n", "--no-clobber"),
  ...spelled(word("uses that very name, never a name inside that folder"), "-T", "--no-target-directory"),
  ...spelled(word("prints what it does"), "-v", "--verbose"),
};

/** cp(1), without options that copy anything but the named files */
export const CP = {
  grammar: grammar({
    words: {
      ...PLACING,
      "-p": word("keeps owner, permissions and times"),
      ...spelled(word("copies folders with their contents, too"), "-r", "-R", "--recursive"),
      "-a": word("copies folders, too, and keeps everything as it is"),
      "-d": word("copies a link as a link"),
      "-L": word("copies the target of a link"),
      "-P": word("copies a link as a link"),
    },
    operands: [FILE],
    needs: [need("what to copy, and the target", "file")],
    deed: oneWay(() => "copies the contents of one file to the other", "write back the old contents"),
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

/** mv(1), without options that depend on existing files */
export const MV = {
  grammar: grammar({
    words: PLACING,
    operands: [MOVED],
    needs: [need("what to move, and the target", "file")],
    deed: oneWay(() => "renames the file", "move it back: mv"),
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
