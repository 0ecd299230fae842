/**
 * `touch FILE`, and `tee FILE`.
 *
 * @module
 */
import type { EffectiveProgram } from "../effect.ts";
import { grammar, needing, oneWay, operand, several, spelled, word } from "../grammar-parts.ts";
import { isSaid, textsOf } from "../terms.ts";

const MADE = several("file", "the file");
const TIME = operand("time", "the time");

/** touch(1) */
export const TOUCH = {
  grammar: grammar({
    words: {
      ...spelled(word("makes no new file"), "-c", "--no-create"),
      "-a": word("sets only the time of the last reading"),
      "-m": word("sets only the time of the last writing"),
      ...spelled(word("uses this time", TIME), "-d", "--date"),
      "-t": word("uses this time", TIME),
      ...spelled(word("uses the time of another file", operand("reference", "the other file")), "-r", "--reference"),
    },
    operands: [MADE],
    needs: needing(MADE),
    deed: oneWay(
      ({ file }) => `makes the empty file ${file}, or updates the time of an existing one`,
      "remove it with rm, unless it was there before",
    ),
  }),
  effects: (parsed) =>
    textsOf(parsed, MADE).map((path) => ({
      kind: "path",
      path,
      into: null,
      afterwards: isSaid(parsed, "-c") ? "as before" : "there",
      how: "makes",
      from: null,
      contents: "refused",
    })),
} satisfies EffectiveProgram<"path">;

const WRITTEN = several("file", "the file to write");

/** tee(1) */
export const TEE = {
  grammar: grammar({
    words: {
      ...spelled(word("appends to the file"), "-a", "--append"),
      "-i": word("ignores interrupts"),
      "-p": word("goes on when nobody reads its output"),
    },
    operands: [WRITTEN],
    needs: needing(WRITTEN),
    deed: oneWay(
      ({ file }) => `lets tee open ${file}, with the rights that tee runs with, and writes its input there`,
      "write back what `cat` printed before",
    ),
  }),
  effects: (parsed) =>
    textsOf(parsed, WRITTEN).map((path) => ({
      kind: "path",
      path,
      into: null,
      afterwards: "there",
      how: "writes",
      from: null,
      contents: "refused",
    })),
} satisfies EffectiveProgram<"path">;
