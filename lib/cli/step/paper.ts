import type { Paper } from "../../step/page.ts";
import { printStyled } from "../output.ts";
import { outputStyle } from "../output-style.ts";
import { windowWidth } from "./window-width.ts";

/** The standard output */
export function stdoutPaper(): Paper {
  return { write: printStyled, colours: outputStyle(), width: windowWidth };
}
