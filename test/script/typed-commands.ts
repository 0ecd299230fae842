/**
 * Lines as a recipe types them, as a script sees them.
 */
import { Made } from "../../lib/script/made.ts";
import { type ScriptCommand, scriptCommand } from "../../lib/script/script-command.ts";
import { Named } from "../../lib/shell/template/named.ts";
import type { Line } from "../../lib/shell/template/session-line.ts";
import { words } from "../../lib/shell/template/words.ts";

/** A value `$pid1`, of which a script knows only the name */
export const PID = new Named({ name: "pid1", value: 2778, sample: "2778", word: "2778", spelled: "name" });

/** A line with these words, of which `@` is the value `$pid1`, and `|` is a pipe */
export function lineOf(text: string, more: Partial<Line> = {}): Line {
  const [first, ...others] = text.split(" | ").map((command) => {
    const parts = command.split("@");
    const template = Object.assign([...parts], { raw: parts });
    return words(
      template,
      parts.slice(1).map(() => PID),
    );
  });
  if (first === undefined) throw new TypeError(text);
  return {
    text,
    commands: [first, ...others],
    redirection: null,
    stays: null,
    speaker: "article",
    irreversible: null,
    gives: null,
    ...more,
  };
}

/** The only command of a line */
export function commandOf(text: string, more: Partial<Line> = {}): ScriptCommand {
  const line = lineOf(text, more);
  return scriptCommand(line.commands[0], line, new Map());
}

/** What a script has made with these lines */
export function madeBy(...lines: readonly string[]): Made {
  const made = new Made();
  for (const line of lines) made.add(commandOf(line));
  return made;
}
