import minimist from "minimist";

import { findOption, looksLikeOption, type OptionSpec } from "./option-spec.ts";
import {
  givenTwice,
  hyphenValue,
  missingValue,
  tooManyWords,
  unexpectedValue,
  unknownOption,
} from "./option-errors.ts";

/** The options and words that a command line may contain */
export interface ArgumentsSpec {
  readonly options: readonly OptionSpec[];
  /** The largest number of words that are not options; `Infinity` for any number */
  readonly mostPositionals: number;
}

/** The options of a command line by name, every value exactly as typed */
export interface Options {
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/**
 * Parses a command line. `--` ends the options. A value that begins with a hyphen is written `--name=-1`.
 *
 * @throws {UsageError} for an unknown option (naming the nearest), one given twice, one without its value, a
 *   value given to a switch, and a word too many
 *
 * @example
 * ```ts
 * import { parseArguments } from "./arguments.ts";
 * import { expect } from "bun:test";
 *
 * const options = [{ name: "from", takes: "value" }, { name: "dry-run", takes: "nothing" }] as const;
 * const { positionals, values } = parseArguments(["--dry-run", "web", "--from", "10.10"], { options, mostPositionals: 1 });
 * expect(positionals).toEqual(["web"]);
 * expect(values.get("from")).toBe("10.10");
 * ```
 */
export function parseArguments(
  argv: readonly string[],
  { options, mostPositionals }: ArgumentsSpec,
): Options & { readonly positionals: readonly string[] } {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const words = argv.slice(0, end).map((word, at) => {
    return looksLikeOption(word) ? spelledOut(word, argv[at + 1], options) : word;
  });
  // With string options, minimist converts nothing to a number, takes no wrong value, and makes an array of
  // repeated ones
  const parsed = minimist([...words, ...argv.slice(end)], {
    string: ["_", ...options.map((_, place) => `${place}`)],
  });

  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (const [place, option] of options.entries()) {
    const given: unknown = parsed[`${place}`];
    if (given === undefined) continue;
    if (typeof given !== "string") throw givenTwice(option);
    if (given === "") throw missingValue(option);
    if (option.takes === "nothing") switches.add(option.name);
    else values.set(option.name, given);
  }
  const extra = parsed._[mostPositionals];
  if (extra !== undefined) throw tooManyWords(extra, mostPositionals);
  return { positionals: parsed._, values, switches };
}

/**
 * Parses the options before the first word that is not one; that word and everything after it are left alone.
 *
 * @throws {UsageError} as `parseArguments` does, for the options it reads
 *
 * @example
 * ```ts
 * import { parseLeadingOptions } from "./arguments.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseLeadingOptions(["docker", "run", "-it", "base"], []).rest).toEqual(["docker", "run", "-it", "base"]);
 * ```
 */
export function parseLeadingOptions(
  argv: readonly string[],
  options: readonly OptionSpec[],
): Options & { readonly rest: readonly string[] } {
  let end = 0;
  for (let word = argv[end]; word !== undefined && word !== "--" && looksLikeOption(word); word = argv[end]) {
    end += findOption(word, options)?.takes === "value" ? 2 : 1;
  }
  const { values, switches } = parseArguments(argv.slice(0, end), {
    options,
    mostPositionals: 0,
  });
  return {
    values,
    switches,
    rest: argv.slice(argv[end] === "--" ? end + 1 : end),
  };
}

/**
 * Spells an option by its place in the table instead of its name, which minimist might misread: it gives a
 * meaning to `no-…`, `__proto__`, a dot, a newline, and two letters after one hyphen.
 */
function spelledOut(word: string, next: string | undefined, options: readonly OptionSpec[]): string {
  const [flag, value] = split(word);
  const option = findOption(flag, options);
  if (option === undefined) throw unknownOption(flag, options);
  const place = options.indexOf(option);

  if (option.takes === "nothing") {
    if (value !== "") throw unexpectedValue(option);
    return `--${place}=given`;
  }
  if (value !== "") return `--${place}${value}`;
  if (next === undefined || next === "--") throw missingValue(option);
  if (!looksLikeOption(next)) return `--${place}`;
  throw findOption(split(next)[0], options) === undefined ? hyphenValue(option, next) : missingValue(option);
}

/** Splits `--from=10.1.1.1` into `--from` and `=10.1.1.1` */
function split(word: string): [flag: string, value: string] {
  const equals = word.includes("=") ? word.indexOf("=") : word.length;
  return [word.slice(0, equals), word.slice(equals)];
}
