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

/** Reports whether an option is there, by the name that it has whichever way it is written, and with whatever value in its word */
export function isSaid({ said }: Parsed, option: string): boolean {
  return said[option] !== undefined;
}

/** Finds the first word that nobody here knows; `null` where all are known */
export function unknownWord({ meanings }: Parsed): string | null {
  return meanings.find(({ means }) => means === null)?.word ?? null;
}
