/** Parses the command line of `scripts/mutate`. */
import { existsSync, globSync, statSync } from "node:fs";
import { join, normalize, relative, resolve } from "node:path";
import { parseArgs } from "node:util";

import { isMutable } from "./faults/places.ts";

/** The folders where faults hurt most */
const DEFAULT_PATHS = [
  "lib/labs",
  "lib/shell",
  "lib/hosts",
  "lib/recipe",
  "lib/builtins/docker/engine",
  "lib/script",
  "lib/values",
] as const;

const LARGEST_SEED = 2 ** 31 - 1;
const LARGEST_COUNT = 100_000;
const MOST_JOBS = 16;
const LONGEST_SECONDS = 86_400;

/** The options */
export interface MutateOptions {
  /** Files that can have faults, as paths from the project's folder */
  readonly files: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly jobs: number;
  /** The time for tests to find a fault */
  readonly seconds: number;
  readonly json: boolean;
}

/** Thrown for an invalid command line; the message is one line */
export class BadArguments extends Error {}

/**
 * Parses the words of a command line.
 *
 * @throws {BadArguments} when one of them is not understood
 */
export function readArguments(words: readonly string[], project: string): MutateOptions {
  const { values, positionals } = parsed(words);
  const paths = positionals.length === 0 ? DEFAULT_PATHS : positionals;
  return {
    files: [...new Set(paths.flatMap((path) => filesAt(path, project)))].toSorted(),
    count: number("--count", values.count ?? "300", 1, LARGEST_COUNT),
    seed:
      values.seed === undefined
        ? Bun.hash.crc32(crypto.randomUUID()) % LARGEST_SEED
        : number("--seed", values.seed, 0, LARGEST_SEED),
    jobs: number("--jobs", values.jobs ?? "2", 1, MOST_JOBS),
    seconds: number("--seconds", values.seconds ?? "300", 1, LONGEST_SECONDS),
    json: values.json ?? false,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        count: { type: "string" },
        seed: { type: "string" },
        jobs: { type: "string" },
        seconds: { type: "string" },
        json: { type: "boolean" },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new BadArguments(
      `${line}; usage: scripts/mutate [PATH…] [--count N] [--seed N] [--jobs N] [--seconds N] [--json]`,
    );
  }
}

function number(option: string, text: string, smallest: number, largest: number): number {
  const value = Number(text);
  if (/^\d{1,10}$/.test(text) && value >= smallest && value <= largest) return value;
  throw new BadArguments(`${option} takes a whole number from ${smallest} to ${largest}, not "${text}"`);
}

/** Lists the files at a path, which is in the project's `lib/` */
function filesAt(path: string, project: string): readonly string[] {
  const inside = relative(project, resolve(project, path));
  if (!`${inside}/`.startsWith("lib/")) throw new BadArguments(`Cannot put faults into "${path}": only into lib/`);
  const full = join(project, inside);
  if (!existsSync(full)) throw new BadArguments(`Cannot put faults into "${path}": there is no such file or folder`);
  const files = statSync(full).isDirectory()
    ? globSync("**/*", { cwd: full }).map((name) => normalize(join(inside, name)))
    : [inside];
  const mutable = files.filter(isMutable);
  if (mutable.length === 0)
    throw new BadArguments(`Cannot put faults into "${path}": it is no .ts or .sh file, nor a folder of them`);
  return mutable;
}
