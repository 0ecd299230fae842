/**
 * Takes back what a run on this machine did, in a process of its own: Ctrl-C is for all programs of a terminal, also for
 * one that is just being started.
 *
 *   undo-inside.ts JOURNAL
 *
 * Prints a line when it begins, and then what is left, in JSON.
 *
 * @module
 */
import { undoRun } from "../../labs/machine/take-back.ts";

console.log("begun");
console.log(JSON.stringify(await undoRun(process.argv[2] ?? "")));
