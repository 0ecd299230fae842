/** A line of one command, as a recipe would type it. */
import type { Line } from "../../lib/shell/template/session-line.ts";
import { words } from "../../lib/shell/template/words.ts";

/** Parses a line, optionally with `>` or `>>` and a file */
export function lineOf(text: string): Line {
  const [, command = text, operator, file = ""] = /^(.*?) (>>?) (\S+)$/.exec(text) ?? [];
  const { argv } = words(Object.assign([command], { raw: [command] }), []);
  return {
    text,
    commands: [{ argv, text: command, handles: [] }],
    redirection: operator === ">" || operator === ">>" ? { operator, file } : null,
    stays: null,
    speaker: "told",
    irreversible: null,
    gives: null,
  };
}
