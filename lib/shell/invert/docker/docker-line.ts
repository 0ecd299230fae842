/**
 * A line of `docker`, read as far as its command.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import type { Parsed } from "../../../programs/parse.ts";
import type { Plan } from "../inversion.ts";
import type { Argv, Typed } from "../typed.ts";

/** A command of docker, and what follows it */
export interface DockerLine {
  readonly typed: Typed;
  /** `docker`, with the options that say which engine is meant */
  readonly docker: Argv;
  /** What follows the command */
  readonly words: readonly string[];
  /** Where in the whole line they begin */
  readonly optionsAt: number;
  readonly parsed: Parsed;
  readonly effects: readonly Effect[];
}

/** Takes a command of docker back */
export type InvertDocker = (line: DockerLine) => Plan;
