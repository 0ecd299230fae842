/**
 * The question below a line, shown until a key is pressed.
 *
 * @module
 */
import { styleText } from "node:util";

import { printLine, printStyled, writeTo } from "../terminal/standard-output.ts";
import { outputStyle } from "../terminal/output-style.ts";
import { windowWidth } from "./window-width.ts";

const TEXT = "    Enter runs it, ? shows the keys";

/** Moves to the first column and erases the line: ECMA-48, CR and EL */
const ERASE = "\r\u001b[K";

/** Reports whether the terminal can erase: a dumb one keeps the question */
const canErase = () => process.env["TERM"] !== "dumb";

/** Shows the question; disposing of it erases it */
export function showQuestion(): Disposable {
  // A wrapped line could not be erased
  const text = TEXT.slice(0, Math.max(0, windowWidth() - 1));
  writeTo("output", Buffer.from(text));
  return { [Symbol.dispose]: () => (canErase() ? writeTo("output", Buffer.from(ERASE)) : printLine("")) };
}

/** Prints lines for the person at the keyboard */
export function say(lines: readonly string[]): void {
  for (const line of lines) printStyled(dim(`    ${line}`));
}

function dim(text: string): string {
  return outputStyle() === "colours" ? styleText("dim", text, { validateStream: false }) : text;
}
