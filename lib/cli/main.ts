/**
 * The entry point that the launcher starts: it runs the bundle where that is possible and faster.
 *
 * @module
 */
import { bundledProgram } from "../bundle/bundled-program.ts";

/** Commands with so few modules that checking the bundle takes longer than loading them */
const SMALL: ReadonlySet<string> = new Set(["version", "--version", "-V", "help", "--help", "-h"]);

const [word = "help"] = process.argv.slice(2);
await import((SMALL.has(word) ? null : bundledProgram("cli/command-line")) ?? "./command-line.ts");
