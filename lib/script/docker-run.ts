/**
 * `docker run` in a script: the container runs in the background, as a script has no second terminal window.
 *
 * @module
 */
import { wordsOfDocker } from "../programs/docker/line.ts";
import { isSwitchedOn } from "../programs/docker/options/switched-on.ts";
import type { ScriptCommand } from "./script-command.ts";

/** Properties that a script depends on */
export interface DockerRun {
  /** Docker prints the id and returns, or waits for the container's end */
  readonly waits: "for nothing" | "for its end";
  readonly afterEnd: "kept" | "removed";
}

/** Parses one; `null` for any other command */
export function dockerRun({ program, args }: Pick<ScriptCommand, "program" | "args">): DockerRun | null {
  const told = wordsOfDocker([program, ...args], "run");
  if (told === null) return null;
  return {
    waits: isSwitchedOn(told, "detach") ? "for nothing" : "for its end",
    afterEnd: isSwitchedOn(told, "rm") ? "removed" : "kept",
  };
}

/** Adds `-d` after `run` */
export function detached(words: readonly string[]): readonly string[] {
  const run = words.indexOf("run");
  return run === -1 ? words : words.toSpliced(run + 1, 0, "-d");
}
