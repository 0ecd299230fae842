/**
 * The question that stands below a line until a key is pressed, and is gone then.
 *
 * @module
 */
import { styleText } from "node:util";

import { printLine, printStyled, writeTo } from "../terminal/output.ts";
import { outputStyle } from "../terminal/output-style.ts";
import { windowWidth } from "./window-width.ts";

const TEXT = "    Enter runs it, ? shows the keys";

/** Back to the first column, and nothing right of it: ECMA-48, CR and EL */
const ERASE = "\r\u001b[K";

/** Whether a terminal can erase: a dumb one keeps the question */
const canErase = () => process.env["TERM"] !== "dumb";

/** A question on the terminal; disposing of it takes it away */
export function showQuestion(): Disposable {
  // One that wraps could not be erased
  const text = TEXT.slice(0, Math.max(0, windowWidth() - 1));
  writeTo("output", Buffer.from(text));
  return { [Symbol.dispose]: () => (canErase() ? writeTo("output", Buffer.from(ERASE)) : printLine("")) };
}

/** Says something to who sits at the keyboard */
export function say(lines: readonly string[]): void {
  for (const line of lines) printStyled(dim(`    ${line}`));
}

function dim(text: string): string {
  return outputStyle() === "colours" ? styleText("dim", text, { validateStream: false }) : text;
}
