/**
 * A command of a recipe, as a script sees it.
 *
 * @module
 */
import type { Word } from "../programs/grammar.ts";
import { typed } from "../shell/invert/typed.ts";
import type { Line } from "../shell/template/line.ts";
import type { Command } from "../shell/template/words.ts";
import type { Variables } from "./live-values.ts";
import { shellWords } from "./shell-words.ts";

/** One command of a line */
export interface ScriptCommand {
  /** With each variable in quotes */
  readonly words: readonly Word[];
  /** What it runs, after `sudo` and the like, with samples for what only a run would know */
  readonly program: string;
  readonly args: readonly string[];
  /** What enters the network that it runs in; nothing on the host itself */
  readonly enter: readonly string[];
  /** That network, by the word that enters it; `null` on the host itself */
  readonly network: string | null;
  /** The script's variables that it is told */
  readonly variables: readonly string[];
  readonly line: Line;
}

/** Reads one */
export function scriptCommand({ argv, text, handles }: Command, line: Line, live: Variables): ScriptCommand {
  const read = typed(argv);
  const { program, args, enter } = "enter" in read ? read : { program: argv[0], args: argv.slice(1), enter: [] };
  return {
    words: shellWords(text, live),
    program,
    args,
    enter,
    network: enter.at(-1) ?? null,
    variables: handles.map((handle) => handle.spelling()).filter((name) => name !== null),
    line,
  };
}

/** As a script has it */
export function textOf({ words }: Pick<ScriptCommand, "words">): string {
  return words.map((word) => word.typed).join(" ");
}
