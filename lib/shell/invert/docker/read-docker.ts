/**
 * The words of a `docker` line: which are the client's own, which the command, and what it is told.
 *
 * @module
 */
import { optionsOf, skipOptions } from "../../wrappers/skip-options.ts";

/** Of the client itself. docker(1) */
const GLOBAL_OPTIONS = optionsOf(
  "-c: --context: --config: -D --debug -H: --host: -l: --log-level: --tls --tlscacert: --tlscert: --tlskey: --tlsverify",
);

/** Commands that are about other things than containers, and so have a second word */
const GROUPS: ReadonlySet<string> = new Set(
  [
    "builder buildx checkpoint compose config container context image manifest network node plugin secret service",
    "stack swarm system trust volume",
  ].flatMap((line) => line.split(" ")),
);

/** Commands of groups that are also there without */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["image build", "build"],
  ["image pull", "pull"],
  ["image rm", "rmi"],
  ["image remove", "rmi"],
  ["image save", "save"],
]);

/** Letters of `docker run` and `docker build` that have no word after them, so that another may follow in theirs: `-itp 80:80` */
const SWITCHES = "diPqt";

/** A line of `docker`, as far as its command */
export interface DockerWords {
  /** The options that say which engine is meant */
  readonly globals: readonly string[];
  /** As it is typed: `container rm` */
  readonly name: string;
  /** The same without a group, where it is there without one: `rm` */
  readonly command: string;
  /** What follows it */
  readonly words: readonly string[];
}

/**
 * Reads what follows `docker`; `null` where there is no command: the client itself answers `--version` and `--help`.
 *
 * @example
 * ```ts
 * import { readDocker } from "./read-docker.ts";
 * import { expect } from "bun:test";
 *
 * const read = readDocker(["-H=unix:///run/other.sock", "container", "rm", "-f", "web"]);
 * expect(read).toMatchObject({ globals: ["-H=unix:///run/other.sock"], command: "rm", words: ["-f", "web"] });
 * expect(readDocker(["--version"])).toBeNull();
 * ```
 */
export function readDocker(args: readonly string[]): DockerWords | null {
  const skipped = skipOptions(args, GLOBAL_OPTIONS);
  if ("unknown" in skipped) return null;
  const { operands } = skipped;
  const [first, second] = operands;
  if (first === undefined) return null;
  const isGroup = GROUPS.has(first);
  if (isGroup && second === undefined) return null;
  const name = isGroup ? `${first} ${second}` : first;
  return {
    globals: args.slice(0, args.length - operands.length),
    name,
    command: SHORT.get(name) ?? name.replace(/^container /, ""),
    words: operands.slice(isGroup ? 2 : 1),
  };
}

/**
 * The values of an option in all its spellings.
 *
 * @param names `["-t", "--tag"]`, or the long one alone
 * @example
 * ```ts
 * import { valuesOf } from "./read-docker.ts";
 * import { expect } from "bun:test";
 *
 * const words = ["-t", "one", "--tag=two", "-tthree", "-t=four", "-qt", "five", "--tag", "six", "/tmp"];
 * expect(valuesOf(words, ["-t", "--tag"])).toEqual(["one", "two", "three", "four", "five", "six"]);
 * ```
 */
export function valuesOf(words: readonly string[], names: readonly string[]): readonly string[] {
  const alone = new RegExp(`^(?:${names.map(spelling).join("|")})$`);
  const attached = new RegExp(`^(?:${names.map(before).join("|")})(.+)$`);
  return words.flatMap((word, at) => {
    if (alone.test(word)) return words.slice(at + 1, at + 2);
    const [, value] = attached.exec(word) ?? [];
    return value === undefined ? [] : [value];
  });
}

function spelling(name: string): string {
  const letter = name.slice(1);
  return isLong(name) ? name : `-[${SWITCHES.replace(letter, "")}]*${letter}`;
}

/** What is before a value that is in the option's own word */
function before(name: string): string {
  return `${spelling(name)}=${isLong(name) ? "" : "?"}`;
}

function isLong(name: string): boolean {
  return name.startsWith("--");
}
