/**
 * Takes down what a fresh shell's process has left that was killed.
 *
 *   left-behind.ts LAB
 *
 * with a {@linkcode HeldLab} in JSON.
 *
 * @module
 */
import { type HeldLab, takeDownHeld } from "./held-lab.ts";

// The process that was killed wrote it: it is one
await takeDownHeld(JSON.parse(process.argv[2] ?? "") as HeldLab);
