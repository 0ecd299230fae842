/**
 * What a person reads who goes through a run line by line: the transcript, and between its lines what each does.
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

/** What is not the transcript's own stands further in */
const INDENT = "    ";

/** What the parts look like on a terminal; elsewhere nothing is styled */
const STYLES = {
  aside: ["dim"],
  "+": ["green"],
  "-": ["red"],
  "~": ["yellow"],
} as const;

/** How wide what is said gets at most */
const WIDEST = 100;

/** Where to write, and how */
export interface Paper {
  readonly write: Write;
  readonly colours: "colours" | "plain";
  /** How many columns there are */
  width(): number;
}

/** Writes them */
export class Page {
  readonly #transcript: Transcript;
  readonly #paper: Paper;

  constructor(transcript: Transcript, paper: Paper) {
    this.#transcript = transcript;
    this.#paper = paper;
  }

  /** A line that is about to run, and what it does */
  line(said: Said): void {
    this.#paper.write("");
    if ("commands" in said) this.#transcript.announce(said);
    else this.#transcript.atPrompt(said.text, said.prompt);
    for (const sentence of explanationOf(said)) this.aside(sentence);
  }

  /** What has changed, since a moment that the reader knows */
  changes(changes: readonly Change[]): void {
    if (changes.length === 0) this.aside("nothing has changed");
    for (const change of changes) this.#change(change);
  }

  /** A line that was taken back, and what did it */
  takenBack(text: string, by: readonly string[]): void {
    this.aside(`taken back: ${text}`);
    for (const line of by) this.aside(`by:         ${line}`);
  }

  /** What could not be taken back */
  left(left: readonly Left[]): void {
    for (const { of, why, try: line } of left) this.aside(`\`${of}\` could not all be taken back: ${why}; try ${line}`);
  }

  /** Says something */
  aside(text: string): void {
    const width = Math.min(WIDEST, this.#paper.width()) - INDENT.length;
    for (const line of text.split("\n").flatMap((part) => wrapped(part, width)))
      this.#paper.write(this.#style("aside", `${INDENT}${printable(line)}`));
  }

  #change({ sign, where, text }: Change): void {
    const place = where === null ? "" : `[${where}] `;
    this.#paper.write(`${INDENT}${this.#style(sign, `${sign} ${printable(place + text)}`)}`);
  }

  #style(part: keyof typeof STYLES, text: string): string {
    return this.#paper.colours === "colours" ? styleText([...STYLES[part]], text, { validateStream: false }) : text;
  }
}

/** A text in lines of at most so many characters, where its words allow it */
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
