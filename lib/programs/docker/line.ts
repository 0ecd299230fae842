/**
 * Divides a line of `docker` into the client's own options, the command, and its words.
 *
 * @module
 */
import { parse, type Parsed, plainWords } from "../parse.ts";
import { DOCKER } from "./docker.ts";
import { commandIn } from "./command-in-line.ts";

/** A line of `docker`, divided at its command */
export interface DockerWords {
  /** The options that select the engine */
  readonly globals: readonly string[];
  /** The command as typed: `container rm` */
  readonly name: string;
  /** The command without its group, if that exists: `rm` */
  readonly command: string;
  /** The words after the command */
  readonly words: readonly string[];
  /** The whole line */
  readonly parsed: Parsed;
  /** The command's own words; `null` for a command that wirework does not know */
  readonly told: Parsed | null;
}

/**
 * Parses the words after `docker`; `null` when there is no command: the client itself answers `--version` and `--help`.
 *
 * @example
 * ```ts
 * import { readDocker } from "./line.ts";
 * import { expect } from "bun:test";
 *
 * const read = readDocker(["-H=unix:///run/other.sock", "container", "rm", "-f", "web"]);
 * expect(read).toMatchObject({ globals: ["-H=unix:///run/other.sock"], command: "rm", words: ["-f", "web"] });
 * expect(readDocker(["--version"])).toBeNull();
 * ```
 */
export function readDocker(args: readonly string[]): DockerWords | null {
  const parsed = parse(DOCKER.grammar, plainWords(args));
  const found = commandIn(parsed);
  if (found === null) return null;
  const { at, name, command, told } = found;
  return { globals: args.slice(0, at), name, command, words: args.slice(at + name.split(" ").length), parsed, told };
}

/**
 * Returns the own words of one of these commands of `docker`; `null` for any other line.
 *
 * @example
 * ```ts
 * import { wordsOfDocker } from "./line.ts";
 * import { expect } from "bun:test";
 *
 * expect(wordsOfDocker(["docker", "run", "--rm", "base"], "run")?.said).toMatchObject({ "--rm": "--rm" });
 * expect(wordsOfDocker(["podman", "run", "--rm", "base"], "run")).toBeNull();
 * ```
 */
export function wordsOfDocker([program, ...args]: readonly string[], ...commands: readonly string[]): Parsed | null {
  const read = program === "docker" ? readDocker(args) : null;
  return read !== null && commands.includes(read.command) ? read.told : null;
}
