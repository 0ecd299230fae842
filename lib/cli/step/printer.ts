import type { Printer } from "../../step/page.ts";
import { printStyled } from "../terminal/standard-output.ts";
import { outputStyle } from "../terminal/output-style.ts";
import { windowWidth } from "./window-width.ts";

/** Returns a printer on the standard output */
export function stdoutPrinter(): Printer {
  return { write: printStyled, colours: outputStyle(), width: windowWidth };
}
