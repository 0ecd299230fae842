/**
 * Reads the words of a line in which every option and every word must be known.
 *
 * @module
 */
import type { Parameter } from "./grammar.ts";
import type { Parsed } from "./parse.ts";

/** Lists the words of a parameter */
export function textsOf({ terms }: Parsed, parameter: Parameter): readonly string[] {
  return terms.flatMap(({ of, text }) => (of === parameter ? [text] : []));
}

/** Lists the words of parameters with these names */
export function valuesOf({ terms }: Parsed, ...names: readonly string[]): readonly string[] {
  return terms.flatMap(({ of, text }) => (of !== null && names.includes(of.name) ? [text] : []));
}

/** Reports whether an option was given, in any spelling and with any value */
export function isSaid({ said }: Parsed, option: string): boolean {
  return said[option] !== undefined;
}

/** Finds the first unknown word; `null` when all are known */
export function unknownWord({ meanings }: Parsed): string | null {
  return meanings.find(({ means }) => means === null)?.word ?? null;
}

/** Says in a clause that the effects of a word are unknown */
export function notKnownTo(program: string, word: string): string {
  return `wirework does not know what ${word} does to ${program}`;
}
