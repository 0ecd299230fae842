/**
 * A command of a recipe, in the form that a script needs.
 *
 * @module
 */
import { type Entering, ON_HOST } from "../resources/entering.ts";
import type { Effect } from "../programs/effect.ts";
import type { Word } from "../programs/grammar.ts";
import { effectsOfWords } from "../programs/read-effects.ts";
import { enteringAs } from "../shell/invert/known-verb.ts";
import { typed } from "../shell/invert/typed.ts";
import type { Line } from "../shell/template/session-line.ts";
import type { Command } from "../shell/template/words.ts";
import type { Variables } from "./live-values.ts";
import { shellWords } from "./shell-words.ts";

/** One command of a line */
export interface ScriptCommand {
  /** The words, with each variable in quotes */
  readonly words: readonly Word[];
  /** The program after `sudo` and the like; values that only a run would know are samples */
  readonly program: string;
  readonly args: readonly string[];
  /** Its effects, by the script's words, or a clause on why they are unknown; empty if its program's words don't tell */
  readonly effects: readonly Effect[] | string;
  /** What enters its network, in the script's words */
  readonly enter: Entering;
  /** The script's variables that it uses */
  readonly variables: readonly string[];
  readonly line: Line;
}

/** Parses a command */
export function scriptCommand({ argv, text, handles }: Command, line: Line, live: Variables): ScriptCommand {
  const read = typed(argv);
  const { program, args, enter } = "enter" in read ? read : { program: argv[0], args: argv.slice(1), enter: ON_HOST };
  const words = shellWords(text, live);
  const own = words.slice(words.length - args.length);
  return {
    words,
    program,
    args,
    effects:
      effectsOfWords(
        program,
        own.map(({ typed: word }) => ({ typed: word, text: word })),
      ) ?? [],
    enter: enteringAs(words, enter),
    variables: handles.map((handle) => handle.spelling()).filter((name) => name !== null),
    line,
  };
}

/** Finds an argument by its spelling in the script; its text has samples for values that only a run would know */
export function wordTyped({ words, args }: Pick<ScriptCommand, "words" | "args">, typed: string): Word {
  const at = words.slice(words.length - args.length).findIndex((word) => word.typed === typed);
  return { typed, text: args[at] ?? typed };
}

/** Returns its text in a script */
export function textOf({ words }: Pick<ScriptCommand, "words">): string {
  return words.map((word) => word.typed).join(" ");
}
