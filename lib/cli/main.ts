/**
 * `wirework`, as the launcher starts it: bundled, where that can be, and pays.
 *
 * @module
 */
import { bundledProgram } from "../bundle/bundled-program.ts";

/** Commands that load so few modules that it takes longer to look whether a bundle is still theirs */
const SMALL: ReadonlySet<string> = new Set(["version", "--version", "-V", "help", "--help", "-h"]);

const [word = "help"] = process.argv.slice(2);
await import((SMALL.has(word) ? null : bundledProgram("cli/program")) ?? "./program.ts");
