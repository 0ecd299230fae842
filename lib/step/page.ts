/**
 * The page of a stepped run: the transcript, and between its lines the effect of each.
 *
 * @module
 */
import { styleText } from "node:util";

import type { Left } from "../labs/undo.ts";
import { printable } from "../recipe/printable.ts";
import type { Transcript, Write } from "../recipe/run/transcript.ts";
import type { Said } from "../shell/pace.ts";
import type { Change } from "./change.ts";
import { explanationOf } from "./explanation.ts";

/** The indent of everything but the transcript */
const INDENT = "    ";

/** Styles for a terminal; elsewhere the text is plain */
const STYLES = {
  aside: ["dim"],
  "+": ["green"],
  "-": ["red"],
  "~": ["yellow"],
} as const;

/** The largest width of remarks */
const WIDEST = 100;

/** A printer, and its properties */
export interface Printer {
  readonly write: Write;
  readonly colours: "colours" | "plain";
  /** Returns the number of columns */
  width(): number;
}

/** Prints the page */
export class Page {
  readonly #transcript: Transcript;
  readonly #printer: Printer;

  constructor(transcript: Transcript, printer: Printer) {
    this.#transcript = transcript;
    this.#printer = printer;
  }

  /** Prints a line before it runs, and its explanation */
  line(said: Said): void {
    this.#printer.write("");
    if ("commands" in said) this.#transcript.announce(said);
    else this.#transcript.atPrompt(said.text, said.prompt);
    for (const sentence of explanationOf(said)) this.aside(sentence);
  }

  /** Prints changes since the reader last saw the state */
  changes(changes: readonly Change[]): void {
    if (changes.length === 0) this.aside("nothing has changed");
    for (const change of changes) this.#change(change);
  }

  /** Prints an undone line, and the commands that undid it */
  undone(text: string, by: readonly string[]): void {
    this.aside(`undone: ${text}`);
    for (const line of by) this.aside(`by:     ${line}`);
  }

  /** Prints lines that could not be undone */
  left(left: readonly Left[]): void {
    for (const { of, why, try: line } of left)
      this.aside(`\`${of}\` could not be undone completely: ${why}; try ${line}`);
  }

  /** Prints a remark */
  aside(text: string): void {
    const width = Math.min(WIDEST, this.#printer.width()) - INDENT.length;
    for (const line of text.split("\n").flatMap((part) => wrapped(part, width)))
      this.#printer.write(this.#style("aside", `${INDENT}${printable(line)}`));
  }

  #change({ sign, where, text }: Change): void {
    const place = where === null ? "" : `[${where}] `;
    this.#printer.write(`${INDENT}${this.#style(sign, `${sign} ${printable(place + text)}`)}`);
  }

  #style(part: keyof typeof STYLES, text: string): string {
    return this.#printer.colours === "colours" ? styleText([...STYLES[part]], text, { validateStream: false }) : text;
  }
}

/** Wraps a text at spaces to a width */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
