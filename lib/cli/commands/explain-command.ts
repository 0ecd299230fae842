/**
 * `wirework explain`: explains a command word by word.
 *
 * @module
 */
import { type ExplainedLine, explainLine } from "../../explain/explain-line.ts";
import { quote } from "../../shell/template/quote.ts";
import { parseArguments, parseLeadingOptions } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { showHelp } from "../help/show-help.ts";
import { UsageError } from "../errors/usage-error.ts";

/** The largest width of the column of words; a longer word gets a line of its own */
const WIDEST = 24;

/** `wirework explain 'COMMAND'` */
export const explainCommand: Command = async (argv) => {
  const leading = parseLeadingOptions(argv, STANDARD_OPTIONS);
  const [line, ...rest] = leading.rest;
  if (line === undefined) {
    if (leading.switches.has("help")) return showHelp("explain", leading);
    throw new UsageError("Cannot explain a command: none was given", "wirework explain 'ip link show'");
  }
  const trailing = readTrailing(line, rest);
  if (trailing.has("help")) return showHelp("explain", { ...leading, switches: leading.switches.union(trailing) });
  const explained = explainLine(line);
  if (leading.switches.union(trailing).has("json")) printLine(JSON.stringify({ schema: 1, ...documentOf(explained) }));
  else for (const text of explanationText(explained)) printLine(text);
  return 0;
};

/**
 * Reads the options after the line. Any other word is part of a line without quotes.
 *
 * @throws {UsageError} when there is one
 */
function readTrailing(line: string, rest: readonly string[]): ReadonlySet<string> {
  const isOption = (word: string) =>
    STANDARD_OPTIONS.some(({ name, alias }) => [`--${name}`, `-${alias}`].includes(word));
  if (rest.every(isOption)) return parseArguments(rest, { options: STANDARD_OPTIONS, mostPositionals: 0 }).switches;
  const whole = [line, ...rest.filter((word) => !isOption(word))].join(" ");
  throw new UsageError(
    "Cannot explain several words: put the whole command in quotes",
    whole.length > 200 ? null : `wirework explain ${quote(whole)}`,
  );
}

function documentOf({ undo, ...explained }: ExplainedLine): object {
  return { ...explained, undo: undo.map((step) => ({ type: null, say: null, ...step })) };
}

/** Formats an explanation for people */
function explanationText({ line, words, missing, refused, manual, ...does }: ExplainedLine): readonly string[] {
  const width = Math.min(WIDEST, Math.max(...words.map(({ word }) => word.length)));
  return [
    line,
    "",
    ...words.flatMap(({ word, means }) => beside(word, width, means ?? "unknown: wirework does not know this word")),
    "",
    ...labelled("refused", refused),
    ...(missing.length > 0 ? labelled("missing", missing) : deedText(does)),
    ...labelled("manual", manual.length === 0 ? [] : [manual.join(", ")]),
  ];
}

/** Formats the effect of a whole line */
function deedText({ changes, kernel, undo, today }: Pick<ExplainedLine, "changes" | "kernel" | "undo" | "today">) {
  const steps = undo.map((step) => ("type" in step ? step.type : step.say));
  return [
    ...labelled("changes", [changes ?? "unknown"]),
    ...labelled("kernel", kernel),
    ...labelled("undo", steps.length === 0 ? ["nothing to undo"] : steps),
    ...labelled("today", today),
  ];
}

function beside(word: string, width: number, means: string): readonly string[] {
  return word.length > width
    ? [`  ${word}`, `  ${" ".repeat(width)}  ${means}`]
    : [`  ${word.padEnd(width)}  ${means}`];
}

function labelled(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => `${(at === 0 ? label : "").padEnd(9)}${line}`);
}
