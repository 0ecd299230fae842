/**
 * Removes what the process of a fresh shell left when it was killed.
 *
 *   left-behind.ts LAB
 *
 * The argument is a {@linkcode HeldLab} in JSON.
 *
 * @module
 */
import { type HeldLab, takeDownHeld } from "./held-lab.ts";

// Written by the killed process
await takeDownHeld(JSON.parse(process.argv[2] ?? "") as HeldLab);
