/**
 * `find`.
 *
 * @module
 */
import type { Grammar } from "../grammar.ts";
import { doing, grammar, oneWay, operand, several, word } from "../grammar-parts.ts";

/** Where it looks when no folder is named */
const HERE = "the folder that you are in";

/** `find -L FOLDER -type l -delete` */
export const FIND: Grammar = grammar({
  hyphens: "alone",
  words: {
    "-L": word("follows symbolic links: what is left of them then are those that lead nowhere"),
    "-type": word("only of one kind", operand("type", "the kind", { l: "symbolic links", f: "files", d: "folders" })),
    "-name": word("only of that name", operand("pattern", "the name, with * for any letters")),
    "-print": word("prints their names"),
    "-delete": doing(
      "deletes them",
      oneWay(
        ({ folder, type }) =>
          type === "l"
            ? `removes the symbolic links in ${folder ?? HERE} that lead nowhere, such as those of processes that have ended`
            : `removes what was found in ${folder ?? HERE}`,
        "make each link again: ln -s, to where it led",
      ),
    ),
  },
  operands: [several("folder", "the folder to look in, with all below it")],
  deed: { kernel: ({ folder }) => `hands out the names in ${folder ?? HERE}`, back: () => null },
});
