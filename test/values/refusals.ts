import { BadValue } from "../../lib/values/bad-value.ts";
import type { ValueType } from "../../lib/values/value-type.ts";

/** The refusal of a text by a type; a text that is accepted fails the test */
export function refusalOf(type: ValueType<unknown>, text: string): BadValue {
  try {
    type.parse(text);
  } catch (error) {
    if (error instanceof BadValue) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text)} is accepted as ${type.kind}`);
}
