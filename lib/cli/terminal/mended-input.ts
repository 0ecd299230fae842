/**
 * Standard input as lines that were copied from a page, on their way to a command.
 *
 * @module
 */
import { fstatSync } from "node:fs";

import type { FileSink } from "bun";

import type { Place } from "../../paste/mend.ts";
import { mendLines } from "../../paste/mend-lines.ts";
import { sayLine } from "./mended.ts";
import { UsageError } from "../errors/usage-error.ts";

const STDIN = 0;

/**
 * Looks at it before anything is opened for it.
 *
 * @throws {UsageError} when it is a folder, as with `</etc`
 */
export function requireInput(tryThis: string): void {
  if (fstatSync(STDIN).isDirectory())
    throw new UsageError("Cannot read lines from standard input: it is a folder", tryThis);
}

/**
 * Passes it on, mended, as soon as each line has come, and its end; `failed` hears of an input that can be read no further,
 * which the command takes for its end, and has no part of a line of. What is read after the command has ended is nobody's.
 */
export async function passLinesOn(reader: FileSink, first: Place, failed: (error: Error) => void): Promise<void> {
  try {
    for await (const line of mendLines(process.stdin, first, sayLine)) {
      reader.write(line);
      await reader.flush();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EPIPE") return;
    failed(new Error(`Cannot read lines from standard input: ${message}`));
  }
  await reader.end();
}
