/**
 * Words of a line that wirework performs itself: each known, of its type, and said once.
 *
 * @module
 */
import type { Parameter } from "./grammar.ts";
import type { Parsed } from "./parse.ts";

/** A line that only the real program knows what to make of, or what to complain of; nothing is done yet */
export class NotOurs extends Error {}

/** A parameter of which wirework reads the word */
export interface TypedParameter<Value> extends Parameter {
  readonly reads: (text: string) => Value;
}

/** What a line may say, by the names that its values get: a parameter, or keywords, of which the last counts */
type Table = Readonly<Record<string, TypedParameter<unknown> | readonly string[]>>;

/** What a line says; what it doesn't is left out */
export type Values<Of extends Table> = {
  readonly [Name in keyof Of]?: Of[Name] extends TypedParameter<infer Value>
    ? Value
    : Of[Name] extends readonly (infer Keyword)[]
      ? Keyword
      : never;
};

/**
 * Reads the values that words have, but for those behind a keyword that leads to another grammar.
 *
 * @throws {NotOurs} at a word that is missing, unknown, repeated, not in the table, or not of its type
 */
export function strictly<Of extends Table>({ lost, missing, terms }: Parsed, table: Of): Values<Of> {
  if (lost !== null || missing.length > 0) throw new NotOurs();
  const values: Record<string, unknown> = {};
  for (const { of, text } of terms) {
    const name = Object.keys(table).find((one) => (of === null ? isIn(table[one], text) : table[one] === of));
    if (name === undefined || (of !== null && name in values)) throw new NotOurs();
    values[name] = of?.reads === undefined ? text : valueOf(of.reads, text);
  }
  return values as Values<Of>; // each was read by the parameter of its name
}

function isIn(entry: Table[string] | undefined, keyword: string): boolean {
  return Array.isArray(entry) && entry.includes(keyword);
}

function valueOf(reads: (text: string) => unknown, text: string): unknown {
  try {
    return reads(text);
  } catch {
    throw new NotOurs();
  }
}
