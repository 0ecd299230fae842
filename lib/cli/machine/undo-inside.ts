/**
 * Undoes a run on this machine in a separate process: Ctrl-C reaches every program on a terminal, even one
 * that is just being started.
 *
 *   undo-inside.ts JOURNAL
 *
 * It prints a line when it begins, and finally what is left, in JSON.
 *
 * @module
 */
import { undoRun } from "../../labs/machine/undo-run.ts";

console.log("begun");
console.log(JSON.stringify(await undoRun(process.argv[2] ?? "")));
