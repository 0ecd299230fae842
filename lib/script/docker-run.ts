/**
 * `docker run`, as a script needs it: a container's shell has no terminal window there, and so runs in the background.
 *
 * @module
 */
import { readDocker } from "../programs/docker/line.ts";
import { isSwitchedOn } from "../programs/docker/options/switched-on.ts";
import type { ScriptCommand } from "./script-command.ts";

/** What a script has to know of it */
export interface DockerRun {
  /** Whether docker prints the id and goes on, or waits for the container's end */
  readonly waits: "for nothing" | "for its end";
  readonly afterEnd: "kept" | "removed";
}

/** Reads one; `null` for any other command */
export function dockerRun({ program, args }: Pick<ScriptCommand, "program" | "args">): DockerRun | null {
  const read = program === "docker" ? readDocker(args) : null;
  const told = read?.command === "run" ? read.told : null;
  if (told === null) return null;
  return {
    waits: isSwitchedOn(told, "detach") ? "for nothing" : "for its end",
    afterEnd: isSwitchedOn(told, "rm") ? "removed" : "kept",
  };
}

/** The words of a command, with `-d` behind `run` */
export function detached(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => (word === "run" && words.indexOf("run") === at ? [word, "-d"] : [word]));
}
