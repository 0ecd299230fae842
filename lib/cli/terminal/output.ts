/**
 * Standard output and errors, written at once and in order.
 *
 * @module
 */
import { writeSync } from "node:fs";

const STDOUT = 1;
const STDERR = 2;

/** Nobody reads any more, as behind `| head -1` */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** Writes a line of what was asked for: text, or a document in JSON */
export function printLine(line: string): void {
  printStyled(escaped(line));
}

/** Writes a line whose control characters are our own, as those of colours are */
export function printStyled(line: string): void {
  writeAll(STDOUT, Buffer.from(`${line}\n`));
}

/** Writes a line of commentary; where that cannot be written, there is nobody left to tell */
export function complain(line: string): void {
  try {
    writeAll(STDERR, Buffer.from(`${escaped(line)}\n`));
  } catch {}
}

/** With control characters spelled as JSON does, in which that means the same: a terminal would act on them */
function escaped(line: string): string {
  return line.replace(
    // oxlint-disable-next-line no-control-regex -- they are what it looks for
    /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Writes to a standard stream as a program does, without a line feed */
export function writeTo(stream: "output" | "errors", chunk: Uint8Array): void {
  writeAll(stream === "output" ? STDOUT : STDERR, chunk);
}

/** A pipe whose reader is slow may be full for a moment, when somebody made it non-blocking */
function writeAll(fd: number, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.byteLength > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") throw new OutputClosed();
      if (code !== "EAGAIN") throw new Error(`Cannot write the output: ${message}`);
      Bun.sleepSync(1);
    }
  }
}
