/**
 * How it is told what there is to say of a paste.
 *
 * @module
 */
import { printable } from "../../recipe/printable.ts";
import { complain } from "./output.ts";
import { outputStyle } from "./output-style.ts";

const DIM = "\x1b[2m";
const AS_BEFORE = "\x1b[22m";

/** Before what goes on from the line above */
const INDENT = "  ";

/** Below a line of a terminal, whose own lines must stay apart from it */
export function belowLine(words: string): string {
  const lines = wrapped(printable(`wirework: ${words}`), process.stdout);
  return lines.map((line) => `${outputStyle() === "colours" ? `${DIM}${line}${AS_BEFORE}` : line}\r\n`).join("");
}

/** Of a line that was read from a file */
export function sayLine(number: number, words: string): void {
  for (const line of wrapped(`wirework: line ${number}: ${words}`, process.stderr)) complain(line);
}

/** A stream that may be a terminal, which then has columns; one that doesn't tell how many has none */
interface Shown {
  readonly columns?: number;
}

/** In lines that break at blanks, each as long as a terminal is wide, or as its one word */
export function wrapped(text: string, { columns = 0 }: Shown): readonly string[] {
  if (columns === 0) return [text];
  const [first = "", ...words] = text.split(" ");
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    if (Bun.stringWidth(`${line} ${word}`) > columns) {
      lines.push(line);
      line = INDENT + word;
    } else line += ` ${word}`;
  }
  return [...lines, line];
}
