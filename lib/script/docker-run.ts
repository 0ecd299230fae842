/**
 * `docker run`, as a script needs it: a container's shell has no terminal window there, and so runs in the background.
 *
 * @module
 */
import { RUN_OPTIONS } from "../builtins/docker/commands/run-options.ts";
import { FlagError, parseFlags } from "../builtins/docker/options/flags.ts";
import { readDocker } from "../programs/docker/line.ts";
import type { ScriptCommand } from "./script-command.ts";

/** What a script has to know of it */
export interface DockerRun {
  /** Whether docker prints the id and goes on, or waits for the container's end */
  readonly waits: "for nothing" | "for its end";
  readonly afterEnd: "kept" | "removed";
}

const DETACH = /^(?:-[a-zA-Z]*d[a-zA-Z]*|--detach(?:=true)?)$/;
const REMOVE = /^--rm(?:=true)?$/;

/** Reads one; `null` for any other command */
export function dockerRun({ program, args }: Pick<ScriptCommand, "program" | "args">): DockerRun | null {
  const read = program === "docker" ? readDocker(args) : null;
  if (read?.command !== "run") return null;
  const { detach, rm } = flagsOf(read.words);
  return { waits: detach ? "for nothing" : "for its end", afterEnd: rm ? "removed" : "kept" };
}

/** Of a line with an option that the table has not, by the look of its words: those before two that are no options */
function flagsOf(words: readonly string[]): { readonly detach: boolean; readonly rm: boolean } {
  try {
    return parseFlags(words, RUN_OPTIONS).flags;
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    const isOption = (word: string | undefined) => word?.startsWith("-") === true;
    const inside = words.findIndex((word, at) => at > 0 && !isOption(word) && !isOption(words[at - 1]));
    const options = inside < 0 ? words : words.slice(0, inside);
    return { detach: options.some((word) => DETACH.test(word)), rm: options.some((word) => REMOVE.test(word)) };
  }
}

/** The words of a command, with `-d` behind `run` */
export function detached(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => (word === "run" && words.indexOf("run") === at ? [word, "-d"] : [word]));
}
