/**
 * How it is told what there is to say of a paste.
 *
 * @module
 */
import { printable } from "../recipe/printable.ts";
import { complain, outputStyle } from "./output.ts";

const DIM = "\x1b[2m";
const AS_BEFORE = "\x1b[22m";

/** Below a line of a terminal, whose own lines must stay apart from it */
export function belowLine(words: string): string {
  const text = printable(`wirework: ${words}`);
  return `${outputStyle() === "colours" ? `${DIM}${text}${AS_BEFORE}` : text}\r\n`;
}

/** Of a line that was read from a file */
export function sayLine(number: number, words: string): void {
  complain(`wirework: line ${number}: ${words}`);
}
