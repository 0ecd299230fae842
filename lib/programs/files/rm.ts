/**
 * `rm FILE`, and `rmdir FOLDER`.
 *
 * @module
 */
import { dirname } from "node:path";

import type { Effect, EffectiveProgram } from "../effect.ts";
import { deed, grammar, needing, oneWay, several, spelled, word } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import { isSaid, textsOf } from "../terms.ts";

const FILE = several("file", "what to remove");
const SAYS = spelled(word("says what it removes"), "-v", "--verbose");

/** rm(1), without those that ask */
export const RM = {
  grammar: grammar({
    words: {
      ...spelled(word("it is fine when it isn't there"), "-f", "--force"),
      ...spelled(word("folders as well, with all in them"), "-r", "-R", "--recursive"),
      ...spelled(word("folders as well, as long as nothing is in them"), "-d", "--dir"),
      ...SAYS,
    },
    operands: [FILE],
    needs: needing(FILE),
    deed: oneWay(({ file }) => `removes the name ${file}, and what is in it with the last name`, "write it again"),
  }),
  effects: (parsed) => textsOf(parsed, FILE).map((path) => removal(path, isSaid(parsed, "-r") ? "along" : "refused")),
} satisfies EffectiveProgram<"path">;

const FOLDER = several("folder", "the folder to remove");

/** rmdir(1) */
export const RMDIR = {
  grammar: grammar({
    words: {
      ...spelled(word("and then the folders above it, as far as they are named"), "-p", "--parents"),
      ...SAYS,
    },
    operands: [FOLDER],
    needs: needing(FOLDER),
    deed: deed(
      ({ folder }) => `removes the folder ${folder}, as long as nothing is in it`,
      ({ folder }) => `mkdir ${folder}`,
    ),
  }),
  effects: folders,
} satisfies EffectiveProgram<"path">;

function folders(parsed: Parsed): readonly Effect<"path">[] {
  const named = textsOf(parsed, FOLDER);
  const paths = isSaid(parsed, "-p") ? named.flatMap(levels) : named;
  return paths.map((path) => removal(path, "refused"));
}

/** The folders that a path names, the highest first: it is the first to be there again */
function levels(path: string): readonly string[] {
  const above = dirname(path);
  return above === path || above === "." || above === "/" ? [path] : [...levels(above), path];
}

function removal(path: string, contents: "along" | "refused"): Effect<"path"> {
  return { kind: "path", path, into: null, afterwards: "gone", how: "removes", from: null, contents };
}
