import { CallFailure } from "../call-failure.ts";
import type { JsonValue } from "./json-value.ts";
import { formatValue, typeName } from "./print.ts";

/**
 * Reports whether the first value equals any of the others, like `eq`. Source: Go 1.19,
 * `text/template/funcs.go`.
 *
 * @throws {CallFailure} for kinds that Go doesn't compare.
 */
export function equalsAny(first: JsonValue, others: readonly JsonValue[]): boolean {
  if (others.length === 0) throw new CallFailure("missing argument for comparison");
  return others.some((other) => equals(first, other));
}

/** Reports whether two values are equal */
export function equals(one: JsonValue, other: JsonValue): boolean {
  for (const value of [one, other]) {
    if (typeof value === "object" && value !== null) {
      throw new CallFailure(`non-comparable type ${formatValue(value)}: ${typeName(value)}`);
    }
  }
  if (one !== null && other !== null && typeof one !== typeof other) {
    throw new CallFailure("incompatible types for comparison");
  }
  return one === other;
}

/** Reports whether the first value is less than the second: numbers by size, strings by bytes */
export function isLess(one: JsonValue, other: JsonValue): boolean {
  for (const value of [one, other]) {
    if (typeof value !== "number" && typeof value !== "string") throw new CallFailure("invalid type for comparison");
  }
  if (typeof one === "number" && typeof other === "number") return one < other;
  if (typeof one === "string" && typeof other === "string") {
    return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
  }
  throw new CallFailure("incompatible types for comparison");
}
