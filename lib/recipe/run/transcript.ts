/**
 * Prints a run for people: the lines as typed, with their output.
 *
 * @module
 */
import { styleText } from "node:util";

import type { Line, Speaker } from "../../shell/template/session-line.ts";
import type { Outcome } from "../../shell/outcome.ts";
import type { Observer } from "./observer.ts";
import { printable } from "../printable.ts";
import type { CheckReport, PlannedCheck } from "./report.ts";

/** Prompts: the article's own, and ours for lines that the article only describes */
const PROMPTS: Record<Speaker, string> = { article: "$", told: "+" };

/**
 * The longest output printed in full for a passed check; of a longer one, the first lines and the last are
 * printed
 */
const MOST_LINES = 12;

/** Writes a line to the reader */
export type Write = (line: string) => void;

/** Styles for a terminal; elsewhere the text is plain */
const STYLES = {
  comment: ["cyan"],
  output: ["dim"],
  good: ["green"],
  bad: ["red"],
} as const;

/** A transcript on a terminal or in a file */
export class Transcript implements Observer {
  readonly #write: Write;
  readonly #colour: boolean;
  /** The commands since the last mark: how long they took, in milliseconds, and whether the last one failed */
  #unmarked: { readonly ms: number; readonly failed: boolean } | null = null;
  /** True after a check's lines */
  #checking = false;

  constructor(write: Write, colours: "colours" | "plain") {
    this.#write = write;
    this.#colour = colours === "colours";
  }

  step(comment: readonly string[]): void {
    this.#mark();
    this.#write("");
    for (const line of comment) this.#write(this.#style("comment", printable(`# ${line}`)));
    this.#checking = false;
  }

  announce({ text, speaker }: Line): void {
    this.#checking = false;
    this.#write(`${PROMPTS[speaker]} ${printable(text)}`);
  }

  assign(name: string, word: string, speaker: Speaker): void {
    this.#write(printable(`${PROMPTS[speaker]} ${name}=${word}`));
  }

  named(): void {}

  typed(text: string, printed: string, prompt: string): void {
    this.atPrompt(text, prompt);
    this.printed(printed);
  }

  /** Prints a line at a container's prompt */
  atPrompt(text: string, prompt: string): void {
    this.#checking = false;
    this.#write(printable(`${prompt}${text}`));
  }

  finished(_line: Line, { exitCode, stdout, stderr, ms }: Outcome): void {
    this.printed(stdout);
    // A failed command's errors are printed at the end, unless the recipe expects the failure
    if (exitCode === 0) this.printed(stderr);
    this.#unmarked = { ms: (this.#unmarked?.ms ?? 0) + ms, failed: exitCode !== 0 };
  }

  checked(check: CheckReport): void {
    const { expected, seen, ran, ok } = check;
    this.#beginCheck(check, ok ? this.#style("good", "✓") : this.#style("bad", "✗"));
    const details = ok
      ? [shortened(`${ran}: ${seen}`)]
      : [`ran:      ${ran}`, `expected: ${expected}`, `saw:      ${seen}`];
    for (const detail of details) this.#detail(detail);
  }

  wouldCheck(check: PlannedCheck): void {
    this.#beginCheck(check, "?");
    this.#detail(shortened(`${check.ran}: ${check.expected}`));
  }

  ended(): void {
    this.#mark();
  }

  #beginCheck({ claim, name }: PlannedCheck, mark: string): void {
    this.#mark();
    if (!this.#checking) this.#write("");
    this.#checking = true;
    this.#write(`${mark} ${String(claim).padStart(3)}  ${printable(name)}`);
  }

  #detail(text: string): void {
    const [first = "", ...others] = text.split("\n");
    for (const line of [`       ${first}`, ...others.map((other) => `         ${other}`)])
      this.#write(this.#style("output", printable(line)));
  }

  /** Prints the mark of finished commands, unless none was executed */
  #mark(): void {
    if (this.#unmarked !== null && this.#unmarked.ms > 0) {
      const mark = this.#unmarked.failed ? this.#style("bad", "✗") : this.#style("good", "✓");
      this.#write(mark + this.#style("output", ` ${Math.ceil(this.#unmarked.ms)} ms`));
    }
    this.#unmarked = null;
  }

  /** Prints a command's output */
  printed(text: string): void {
    const trimmed = text.trimEnd();
    if (trimmed !== "") for (const line of trimmed.split("\n")) this.#write(this.#style("output", printable(line)));
  }

  #style(part: keyof typeof STYLES, text: string): string {
    return this.#colour ? styleText([...STYLES[part]], text, { validateStream: false }) : text;
  }
}

/** Shortens the observation of a passed check; the report has it in full, and so does a failed check */
function shortened(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= MOST_LINES) return text;
  const [first, last] = [lines.slice(0, MOST_LINES - 2), lines.slice(-1)];
  return [...first, `… and ${lines.length - first.length - last.length} more, to`, ...last].join("\n");
}
