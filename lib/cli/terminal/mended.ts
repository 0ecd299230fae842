/**
 * Reports remarks on pasted lines.
 *
 * @module
 */
import { printable } from "../../recipe/printable.ts";
import { complain } from "./standard-output.ts";
import { outputStyle } from "./output-style.ts";

const DIM = "\x1b[2m";
const AS_BEFORE = "\x1b[22m";

/** The indent of a continuation line */
const INDENT = "  ";

/** Formats words below a line of a terminal, apart from the terminal's own lines */
export function belowLine(words: string): string {
  const lines = wrapped(printable(`wirework: ${words}`), process.stdout);
  return lines.map((line) => `${outputStyle() === "colours" ? `${DIM}${line}${AS_BEFORE}` : line}\r\n`).join("");
}

/** Reports on a line that was read from a file */
export function sayLine(number: number, words: string): void {
  for (const line of wrapped(`wirework: line ${number}: ${words}`, process.stderr)) complain(line);
}

/** A stream, possibly a terminal with a number of columns */
interface Shown {
  readonly columns?: number;
}

/** Wraps text at spaces to a terminal's width; a longer word stands alone */
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
