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

/** Where it looks when no folder is named */
const HERE = "the folder that you are in";

const FOLDER = several("folder", "the folder to look in, with all below it");

/** What runs another program for what it finds */
const RUNS: Keyword = { ...word("runs a program for what it finds"), leads: "rest" };
const WRITES = word("writes what it finds into a file", operand("list", "the file"));

/** find(1): its actions, and those of its tests that recipes use */
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
    operands: [FOLDER],
    deed: { kernel: ({ folder }) => `hands out the names in ${folder ?? HERE}`, back: () => null },
  }),
  effects,
  unknown: "looked at",
} satisfies EffectiveProgram;

/** Actions that change something, or may */
const ACTIONS = ["-delete", "-exec", "-execdir", "-ok", "-okdir", "-fprint", "-fprint0", "-fprintf", "-fls"];

/** Only the article's own line is known: `-L` leaves those links that lead nowhere, and the test must be before the action */
function effects(parsed: Parsed): readonly Effect<"dangling links">[] | string {
  const action = parsed.order.find(({ name }) => ACTIONS.includes(name))?.name;
  if (action === undefined) return [];
  const [folder, ...others] = textsOf(parsed, FOLDER);
  const said = parsed.order.map(({ name, values }) => [name, ...values].join(" ")).join(" ");
  const isKnown =
    said === "-L -type l -delete" && others.length === 0 && parsed.belongs.length === said.split(" ").length + 1;
  if (!isKnown || folder === undefined)
    return `nobody here knows what ${action} does to what it finds, unless it is find -L FOLDER -type l -delete`;
  return [{ kind: "dangling links", folder }];
}
