import { FlagRecord } from "./flag-record.ts";
import type { FlagRow, Flags } from "../../../programs/docker/options/flag-table.ts";
import { FlagError, UnknownFlag } from "../../../programs/docker/options/flag-value.ts";

export { FlagError };

/** A parsed command line: its flags, and the other words */
export interface ParsedFlags<Rows extends readonly FlagRow[]> {
  readonly flags: Flags<Rows>;
  readonly rest: readonly string[];
}

/**
 * Parses a command line whose flags end at the first other word, as for `docker run` and `docker exec`. Flags
 * are written `-it`, `-h NAME`, `-hNAME`, `-h=NAME`, `--name NAME`, `--name=NAME`, `--rm`, `--rm=false`; `--`
 * ends them. Source: spf13/pflag, `flag.go`, with interspersed off.
 *
 * @throws {FlagError} in Docker's words: an unknown flag, a missing argument, a value that can't be one.
 * @example
 * ```ts
 * import { parseFlags } from "./flags.ts";
 * import { expect } from "bun:test";
 *
 * const table = [{ long: "tty", short: "t", kind: "switch" }, { long: "name", kind: "string" }] as const;
 * const { flags, rest } = parseFlags(["-t", "--name=web", "base", "-x"], table);
 * expect(flags).toEqual({ tty: true, name: "web" });
 * expect(rest).toEqual(["base", "-x"]);
 * ```
 */
export function parseFlags<const Rows extends readonly FlagRow[]>(
  args: readonly string[],
  rows: Rows,
): ParsedFlags<Rows> {
  const record = new FlagRecord(rows);
  const rest = [...args];
  readFlags(record, rest);
  return { flags: record.toFlags(), rest };
}

/**
 * Parses a command line whose flags may stand among its other words, as for `docker ps` or `docker stop`;
 * `--` ends them.
 *
 * @throws {FlagError} as {@link parseFlags} does.
 */
export function parseMixedFlags<const Rows extends readonly FlagRow[]>(
  args: readonly string[],
  rows: Rows,
): ParsedFlags<Rows> {
  const record = new FlagRecord(rows);
  const words = [...args];
  const rest: string[] = [];
  while (words.length > 0 && readFlags(record, words) === "stopped") rest.push(...words.splice(0, 1));
  return { flags: record.toFlags(), rest: [...rest, ...words] };
}

/** The part of a flag record that parsing needs */
type Record = Pick<FlagRecord<readonly FlagRow[]>, "long" | "short" | "set">;

/** Consumes flags from the front of the words, up to another word (which stays) or past a `--` */
function readFlags(record: Record, words: string[]): "stopped" | "ended" {
  for (;;) {
    const [word] = words;
    if (word === undefined || word === "-" || !word.startsWith("-")) return "stopped";
    words.shift();
    if (word === "--") return "ended";
    if (word.startsWith("--")) readLong(record, words, word);
    else readShorts(record, words, word.slice(1));
  }
}

function readLong(record: Record, words: string[], word: string): void {
  if (/^--[-=]/.test(word)) throw new FlagError(`bad flag syntax: ${word}`);
  const [, name = "", attached] = /^--([^=]*)(?:=([^]*))?$/.exec(word) ?? [];
  const row = record.long(name);
  if (row === undefined) throw new UnknownFlag(`--${name}`, `unknown flag: --${name}`);
  record.set(row, attached ?? impliedValue(row) ?? nextWord(words, `flag needs an argument: ${word}`));
}

/** Parses letters until one takes the rest of the word as its value */
function readShorts(record: Record, words: string[], letters: string): void {
  const [letter = "", ...others] = letters;
  const tail = others.join("");
  const row = record.short(letter);
  if (row === undefined) throw new UnknownFlag(`-${letter}`, `unknown shorthand flag: '${letter}' in -${letters}`);
  const implied = impliedValue(row);
  if (tail.length > 1 && tail.startsWith("=")) {
    record.set(row, tail.slice(1));
  } else if (implied !== null) {
    record.set(row, implied);
    if (tail !== "") readShorts(record, words, tail);
  } else {
    record.set(row, tail === "" ? nextWord(words, `flag needs an argument: '${letter}' in -${letters}`) : tail);
  }
}

function impliedValue({ kind }: FlagRow): string | null {
  return kind === "switch" ? "true" : null;
}

function nextWord(words: string[], missing: string): string {
  const word = words.shift();
  if (word === undefined) throw new FlagError(missing);
  return word;
}
