/**
 * Words of a line that wirework performs itself: each must be known, of its type, and given once.
 *
 * @module
 */
import type { Parameter } from "./grammar.ts";
import type { Parsed } from "./parse.ts";

/** Thrown, before anything has changed, for a line that only the real program can run or refuse */
export class NotOurs extends Error {}

/** A parameter whose word wirework parses */
export interface TypedParameter<Value> extends Parameter {
  readonly reads: (text: string) => Value;
}

/** Values of a line by name: a parameter, or alternative keywords, of which the last counts */
type Table = Readonly<Record<string, TypedParameter<unknown> | readonly string[]>>;

/** The values that a line gives; missing ones are left out */
export type Values<Of extends Table> = {
  readonly [Name in keyof Of]?: Of[Name] extends TypedParameter<infer Value>
    ? Value
    : Of[Name] extends readonly (infer Keyword)[]
      ? Keyword
      : never;
};

/**
 * Parses the values of all words, except those after a keyword that leads to another grammar.
 *
 * @throws {NotOurs} for a word that is missing, unknown, repeated, not in the table, or not of its type
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
