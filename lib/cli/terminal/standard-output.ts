/**
 * Standard output and errors, written at once and in order.
 *
 * @module
 */
import { writeSync } from "node:fs";

const STDOUT = 1;
const STDERR = 2;

/** Thrown when nobody reads any more, as behind `| head -1` */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** Thrown when the output can't be written, as on a full disk */
export class OutputFailed extends Error {
  override readonly name = "OutputFailed";
}

/** Writes a line of requested output: text, or a document in JSON */
export function printLine(line: string): void {
  printStyled(escaped(line));
}

/** Writes a line whose control characters are our own, such as colours */
export function printStyled(line: string): void {
  writeAll(STDOUT, Buffer.from(`${line}\n`));
}

/** Writes a line of commentary; ignores a failure, as there is nowhere to report it */
export function complain(line: string): void {
  try {
    writeAll(STDERR, Buffer.from(`${escaped(line)}\n`));
  } catch {}
}

/** Escapes control characters as JSON does, where that means the same: a terminal would act on them */
function escaped(line: string): string {
  return line.replace(
    // oxlint-disable-next-line no-control-regex -- they are what it looks for
    /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Writes bytes to a standard stream without adding a line feed */
export function writeTo(stream: "output" | "errors", chunk: Uint8Array): void {
  writeAll(stream === "output" ? STDOUT : STDERR, chunk);
}

/** Writes everything: a pipe made non-blocking by another process may be full for a moment */
function writeAll(fd: number, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.byteLength > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") throw new OutputClosed();
      if (code !== "EAGAIN") throw new OutputFailed(`Cannot write the output: ${message}`);
      Bun.sleepSync(1);
    }
  }
}
