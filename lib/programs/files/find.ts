/**
 * `find`.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "../effect.ts";
import type { Keyword } from "../grammar.ts";
import { doing, grammar, oneWay, operand, several, word } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import { textsOf } from "../terms.ts";

/** The folder that is searched when none is named */
const HERE = "the current folder";

const FOLDER = several("folder", "the folder to search, with everything below it");

/** An action that runs another program on what it finds */
const RUNS: Keyword = { ...word("runs a program on what it finds"), leads: "rest" };
const WRITES = word("writes what it finds into a file", operand("list", "the file"));

/** find(1): its actions, and the tests that recipes use */
export const FIND = {
  grammar: grammar({
    hyphens: "alone",
    unknown: "alone",
    words: {
      "-exec": RUNS,
      "-execdir": RUNS,
      "-ok": RUNS,
      "-okdir": RUNS,
      "-fprint": WRITES,
      "-fprint0": WRITES,
      "-fprintf": WRITES,
      "-fls": WRITES,
      "-L": word("follows symbolic links, so only broken ones still count as links"),
      "-type": word(
        "only of this type",
        operand("type", "the type", { l: "symbolic links", f: "files", d: "folders" }),
      ),
      "-name": word("only with this name", operand("pattern", "the name; * stands for any letters")),
      "-print": word("prints their names"),
      "-delete": doing(
        "deletes them",
        oneWay(
          ({ folder, type }) =>
            type === "l"
              ? `removes the broken symbolic links in ${folder ?? HERE}, such as those of processes that have ended`
              : `removes what was found in ${folder ?? HERE}`,
          "make each link again: ln -s, with its old target",
        ),
      ),
    },
    operands: [FOLDER],
    deed: { kernel: ({ folder }) => `returns the names in ${folder ?? HERE}`, back: () => null },
  }),
  effects,
  unknown: "looked at",
} satisfies EffectiveProgram;

/** Actions that change something, or may */
const ACTIONS = ["-delete", "-exec", "-execdir", "-ok", "-okdir", "-fprint", "-fprint0", "-fprintf", "-fls"];

/**
 * Knows only the article's own line: with `-L` only broken links are left of type `l`, and the test must stand before
 * the action
 */
function effects(parsed: Parsed): readonly Effect<"dangling links">[] | string {
  const action = parsed.order.find(({ name }) => ACTIONS.includes(name))?.name;
  if (action === undefined) return [];
  const [folder, ...others] = textsOf(parsed, FOLDER);
  const said = parsed.order.map(({ name, values }) => [name, ...values].join(" ")).join(" ");
  const isKnown =
    said === "-L -type l -delete" && others.length === 0 && parsed.belongs.length === said.split(" ").length + 1;
  if (!isKnown || folder === undefined)
    return `wirework does not know what ${action} does to the found files; it only knows find -L FOLDER -type l -delete`;
  return [{ kind: "dangling links", folder }];
}
