/**
 * `mkdir -p FOLDER`.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "../effect.ts";
import { deed, grammar, needing, operand, several, spelled, word } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import { isSaid, textsOf } from "../terms.ts";

const FOLDER = several("folder", "the folder");

/** mkdir(1) */
export const MKDIR = {
  grammar: grammar({
    words: {
      ...spelled(word("makes missing folders above it, too; an existing folder is no error"), "-p", "--parents"),
      ...spelled(word("with these permissions", operand("mode", "in octal")), "-m", "--mode"),
      ...spelled(word("prints what it makes"), "-v", "--verbose"),
    },
    operands: [FOLDER],
    needs: needing(FOLDER),
    deed: deed(
      ({ folder }) => `makes the folder ${folder}, unless it exists`,
      ({ folder }) => `rmdir ${folder}`,
    ),
  }),
  effects,
} satisfies EffectiveProgram;

function effects(parsed: Parsed): readonly Effect<"folder">[] {
  const levels = isSaid(parsed, "-p") ? "all" : "last";
  return textsOf(parsed, FOLDER).map((path) => ({ kind: "folder", path, levels }));
}
