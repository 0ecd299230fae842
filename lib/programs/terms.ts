/**
 * Words of a line that is to be known as a whole: each option, and each word for what it is.
 *
 * @module
 */
import type { Parameter } from "./grammar.ts";
import type { Parsed } from "./parse.ts";

/** Lists the words that stand for a parameter */
export function textsOf({ terms }: Parsed, parameter: Parameter): readonly string[] {
  return terms.flatMap(({ of, text }) => (of === parameter ? [text] : []));
}

/** Lists the words that stand for parameters of these names */
export function valuesOf({ terms }: Parsed, ...names: readonly string[]): readonly string[] {
  return terms.flatMap(({ of, text }) => (of !== null && names.includes(of.name) ? [text] : []));
}

/** Reports whether an option is there, by the name that it has whichever way it is written, and with whatever value in its word */
export function isSaid({ said }: Parsed, option: string): boolean {
  return said[option] !== undefined;
}

/** Finds the first word that nobody here knows; `null` where all are known */
export function unknownWord({ meanings }: Parsed): string | null {
  return meanings.find(({ means }) => means === null)?.word ?? null;
}
