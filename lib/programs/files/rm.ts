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
const SAYS = spelled(word("prints what it removes"), "-v", "--verbose");

/** rm(1), without options that prompt */
export const RM = {
  grammar: grammar({
    words: {
      ...spelled(word("a missing file is no error"), "-f", "--force"),
      ...spelled(word("removes folders with their contents, too"), "-r", "-R", "--recursive"),
      ...spelled(word("removes empty folders, too"), "-d", "--dir"),
      ...SAYS,
    },
    operands: [FILE],
    needs: needing(FILE),
    deed: oneWay(
      ({ file }) => `removes the name ${file}, and the contents with the file's last name`,
      "write it again",
    ),
  }),
  effects: (parsed) => textsOf(parsed, FILE).map((path) => removal(path, isSaid(parsed, "-r") ? "along" : "refused")),
} satisfies EffectiveProgram<"path">;

const FOLDER = several("folder", "the folder to remove");

/** rmdir(1) */
export const RMDIR = {
  grammar: grammar({
    words: {
      ...spelled(word("then removes the named folders above it"), "-p", "--parents"),
      ...SAYS,
    },
    operands: [FOLDER],
    needs: needing(FOLDER),
    deed: deed(
      ({ folder }) => `removes the folder ${folder}, if it is empty`,
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

/** The folders that a path names, outermost first: undo must make that one first */
function levels(path: string): readonly string[] {
  const above = dirname(path);
  return above === path || above === "." || above === "/" ? [path] : [...levels(above), path];
}

function removal(path: string, contents: "along" | "refused"): Effect<"path"> {
  return { kind: "path", path, into: null, afterwards: "gone", how: "removes", from: null, contents };
}
