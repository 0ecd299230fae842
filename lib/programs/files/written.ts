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
      ...spelled(word("makes none that isn't there"), "-c", "--no-create"),
      "-a": word("only the time when it was read"),
      "-m": word("only the time when it was written"),
      ...spelled(word("with that time", TIME), "-d", "--date"),
      "-t": word("with that time", TIME),
      ...spelled(word("with the time of another file", operand("reference", "the other file")), "-r", "--reference"),
    },
    operands: [MADE],
    needs: needing(MADE),
    deed: oneWay(
      ({ file }) => `makes the file ${file}, with nothing in it; of one that is there already only the time is new`,
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
      ...spelled(word("at the end of what is in the file"), "-a", "--append"),
      "-i": word("goes on when it is interrupted"),
      "-p": word("goes on when nobody reads what it prints"),
    },
    operands: [WRITTEN],
    needs: needing(WRITTEN),
    deed: oneWay(
      ({ file }) => `opens ${file} for tee itself, as whoever tee runs as, and writes what tee reads into it`,
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
