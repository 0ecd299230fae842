import type { Grammar } from "../../../programs/grammar.ts";
import { flags, several } from "../../../programs/grammar-parts.ts";
import type { FlagRow, Flags } from "../../../programs/docker/options/flag-table.ts";
import { FlagError, readBoolean, readInteger, UnknownFlag } from "../../../programs/docker/options/flag-value.ts";
import { optionWords, type ToldOption } from "../../../programs/docker/options/told-options.ts";
import { type Fault, parse, plainWords } from "../../../programs/parse.ts";

/** A parsed command line: its flags, and the other words */
export interface ParsedFlags<Rows extends readonly FlagRow[]> {
  readonly flags: Flags<Rows>;
  readonly rest: readonly string[];
}

type Value = boolean | string | number | null | readonly string[];

const WORD = several("word", "a word that is no option");

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
 * const table = [
 *   { long: "tty", short: "t", kind: "switch", means: "" },
 *   { long: "name", kind: "string", means: "" },
 * ] as const;
 * const { flags, rest } = parseFlags(["-t", "--name=web", "base", "-x"], table);
 * expect(flags).toEqual({ tty: true, name: "web" });
 * expect(rest).toEqual(["base", "-x"]);
 * ```
 */
export function parseFlags<const Rows extends readonly ToldOption[]>(
  args: readonly string[],
  rows: Rows,
): ParsedFlags<Rows> {
  return read(args, rows, { after: { words: {}, operands: [WORD] } });
}

/**
 * Parses a command line whose flags may stand among its other words, as for `docker ps` or `docker stop`;
 * `--` ends them.
 *
 * @throws {FlagError} as {@link parseFlags} does.
 */
export function parseMixedFlags<const Rows extends readonly ToldOption[]>(
  args: readonly string[],
  rows: Rows,
): ParsedFlags<Rows> {
  return read(args, rows, {});
}

function read<const Rows extends readonly ToldOption[]>(
  args: readonly string[],
  rows: Rows,
  more: Pick<Grammar, "after">,
): ParsedFlags<Rows> {
  const words = optionWords(rows);
  const { terms, fault } = parse(flags({ words, operands: [WORD], ...more }), plainWords(args));
  const own = rows.filter(({ sameAs }) => sameAs === undefined);
  const values = new Map<string, Value>(own.map((row) => [row.long, unset(row)]));
  // pflag reads values as it goes: a bad one before an unknown flag is what it complains of
  for (const { of, text } of terms.slice(0, fault?.terms)) {
    const name = of === null ? text.slice("--".length) : of.name;
    const row = of === WORD ? undefined : own.find(({ long }) => long === name);
    if (row !== undefined) values.set(name, valueOf(row, of === null ? "true" : text, values.get(name)));
  }
  if (fault !== null) throw failureOf(fault, words);
  return {
    // Each row's key has a value of the row's kind, as the type says
    flags: Object.fromEntries(values) as Flags<Rows>,
    rest: terms.flatMap(({ of, text }) => (of === WORD ? [text] : [])),
  };
}

/** Returns the value of an omitted flag */
function unset({ kind, initial = false }: FlagRow): Value {
  if (kind === "switch") return initial;
  return kind === "list" ? [] : null;
}

function valueOf(row: FlagRow, text: string, before: Value | undefined): Value {
  if (row.kind === "switch") return readBoolean(row, text);
  if (row.kind === "integer") return readInteger(row, text);
  return row.kind === "string" ? text : [...(Array.isArray(before) ? before : []), text];
}

/** Words a fault as pflag does */
function failureOf({ word, is }: Fault, words: Grammar["words"]): FlagError {
  const [, name = ""] = /^(--[^=]*)/.exec(word) ?? [];
  if (/^--[-=]/.test(word)) return new FlagError(`bad flag syntax: ${word}`);
  if (name !== "" && is === "unknown") return new UnknownFlag(name, `unknown flag: ${name}`);
  if (name !== "") return new FlagError(`flag needs an argument: ${word}`);
  const [, ...letters] = word;
  const at = is === "unknown" ? letters.findIndex((letter) => !Object.hasOwn(words, `-${letter}`)) : letters.length - 1;
  const place = `'${letters[at]}' in -${letters.slice(at).join("")}`;
  return is === "unknown"
    ? new UnknownFlag(`-${letters[at]}`, `unknown shorthand flag: ${place}`)
    : new FlagError(`flag needs an argument: ${place}`);
}
