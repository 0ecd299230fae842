/**
 * `wirework`, as the launcher starts it: bundled, where that can be.
 *
 * @module
 */
import { bundledProgram } from "../bundle/bundled-program.ts";

await import(bundledProgram("cli/program") ?? "./program.ts");
