/**
 * A run as a person reads it: the article's own lines, as they are typed, with what they print.
 *
 * @module
 */
import { styleText } from "node:util";

import type { Line } from "../shell/line.ts";
import type { Outcome } from "../shell/outcome.ts";
import type { Observer } from "./observer.ts";
import type { CheckReport } from "./report.ts";

/** Writes a line to the reader */
export type Write = (line: string) => void;

/** What the parts look like on a terminal; elsewhere nothing is styled */
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
  #commands = 0;
  #began = 0;
  #checking = false;

  constructor(write: Write, colours: "colours" | "plain") {
    this.#write = write;
    this.#colour = colours === "colours";
  }

  step(comment: readonly string[]): void {
    this.#endStep();
    this.#write("");
    for (const line of comment) this.#write(this.#style("comment", `# ${line}`));
    this.#began = performance.now();
  }

  announce({ text, speaker }: Line): void {
    this.#commands += 1;
    this.#write(`${speaker === "article" ? "$" : "+"} ${text}`);
  }

  assign(name: string, word: string): void {
    this.#write(`$ ${name}=${word}`);
  }

  typed(text: string, printed: string, prompt: string): void {
    this.#commands += 1;
    this.#write(`${prompt}${text}`);
    this.#print(printed);
  }

  finished(_line: Line, { stdout }: Outcome): void {
    this.#print(stdout);
  }

  checked(check: CheckReport): void {
    this.#endStep();
    if (!this.#checking) this.#write("");
    this.#checking = true;
    const mark = check.ok ? this.#style("good", "✓") : this.#style("bad", "✗");
    const label = check.name === "" ? check.ran : check.name;
    this.#write(`${mark} ${String(check.claim).padStart(3)}  ${label}`);
    const { expected, seen, ran } = check;
    const details = check.ok ? [`${ran}: ${oneLine(seen)}`] : [`ran      ${ran}`, `expected ${oneLine(expected)}`, `saw      ${oneLine(seen)}`];
    for (const detail of details) this.#write(this.#style("output", `       ${detail}`));
  }

  ended(): void {
    this.#endStep();
  }

  #endStep(): void {
    if (this.#commands > 0) {
      const took = Math.round(performance.now() - this.#began);
      this.#write(this.#style("good", "✓") + this.#style("output", ` ${took} ms`));
    }
    this.#commands = 0;
  }

  #print(text: string): void {
    const trimmed = text.replace(/\n+$/, "");
    if (trimmed !== "") for (const line of trimmed.split("\n")) this.#write(this.#style("output", printable(line)));
  }

  #style(part: keyof typeof STYLES, text: string): string {
    return this.#colour ? styleText([...STYLES[part]], text, { validateStream: false }) : text;
  }
}

function oneLine(text: string): string {
  return printable(text.replaceAll("\n", "; "));
}

/** Control characters are shown, never sent to the terminal */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex: they are what it looks for
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
