/**
 * The protocol between a container's starter and its furnisher, the process that becomes the container's
 * first one.
 *
 * @module
 */
import type { Command } from "./container-command.ts";

/**
 * The descriptor of the furnisher's report: that it is ready, or why it can't be; it closes when the
 * furnisher has become the program
 */
export const REPORT = 3;

/** The descriptor on which it is told to begin; when that closes first, it ends */
export const ANSWER = 4;

export const READY = "ready\n";
export const BEGIN = "begin\n";

/** Encodes a command as words of a command line, with the same size limit as the command itself */
export function wordsOf({ command, environment, workingFolder }: Command): readonly string[] {
  return [workingFolder, `${environment.length}`, ...environment, ...command];
}

/** Decodes such words */
export function commandOf([workingFolder = "/", count = "0", ...words]: readonly string[]): Command {
  return { workingFolder, environment: words.slice(0, Number(count)), command: words.slice(Number(count)) };
}
