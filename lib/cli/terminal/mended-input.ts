/**
 * Passes standard input, lines copied from a page, to a command, and mends them on the way.
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
 * Checks the input before anything is opened for it.
 *
 * @throws {UsageError} when it is a folder, as with `</etc`
 */
export function requireInput(tryThis: string): void {
  if (fstatSync(STDIN).isDirectory())
    throw new UsageError("Cannot read lines from standard input: it is a folder", tryThis);
}

/**
 * Passes on each line, mended, as soon as it is complete, and then the end. `failed` is called for a read
 * error; the command then sees the end of its input, without a partial line. Input after the command's end is
 * lost.
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
