/**
 * What is agreed between who starts a container and its furnisher, the process that becomes the container's first one.
 *
 * @module
 */
import type { Command } from "./command.ts";

/** The furnisher's descriptor for what it says: that it is ready, or why it can't be; its end is that it became the program */
export const REPORT = 3;

/** The one that it is told on to begin; when nothing comes it ends */
export const ANSWER = 4;

export const READY = "ready\n";
export const BEGIN = "begin\n";

/** A command as words of a command line, of which the kernel takes as much as of the command itself */
export function wordsOf({ command, environment, workingFolder }: Command): readonly string[] {
  return [workingFolder, `${environment.length}`, ...environment, ...command];
}

/** The command that such words are of */
export function commandOf([workingFolder = "/", count = "0", ...words]: readonly string[]): Command {
  return { workingFolder, environment: words.slice(0, Number(count)), command: words.slice(Number(count)) };
}
