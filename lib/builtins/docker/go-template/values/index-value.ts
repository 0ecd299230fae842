import { CallFailure } from "../call-failure.ts";
import type { JsonValue } from "./json-value.ts";
import { isJsonList, isJsonObject, memberOf } from "./json-value.ts";
import { typeName } from "./print.ts";

/**
 * Evaluates `index VALUE KEY…`: a member of a map (null if missing), an element of a list, a byte of a
 * string. Source: Go 1.19, `text/template/funcs.go`.
 *
 * @throws {CallFailure} for a key of the wrong type, or outside the list.
 */
export function indexValue(value: JsonValue, keys: readonly JsonValue[]): JsonValue {
  return keys.reduce(indexOnce, value);
}

function indexOnce(value: JsonValue, key: JsonValue): JsonValue {
  if (value === null) throw new CallFailure("index of untyped nil");
  if (isJsonObject(value)) {
    if (typeof key === "string") return memberOf(value, key) ?? null;
    throw new CallFailure(`value has type ${typeName(key)}; should be string`);
  }
  if (isJsonList(value)) return value[position(key, value.length)] ?? null;
  if (typeof value !== "string") throw new CallFailure(`can't index item of type ${typeName(value)}`);
  const bytes = Buffer.from(value);
  return bytes[position(key, bytes.length)] ?? null;
}

function position(key: JsonValue, length: number): number {
  const index = wholeNumber(key);
  if (index < 0 || index > length) throw new CallFailure(`index out of range: ${index}`);
  if (index === length) throw new CallFailure("reflect: slice index out of range");
  return index;
}

/** Evaluates `slice VALUE [FROM [TO]]`: a part of a string (by bytes) or list */
export function sliceValue(value: JsonValue, bounds: readonly JsonValue[]): JsonValue {
  if (!isJsonList(value) && typeof value !== "string") {
    throw new CallFailure(value === null ? "slice of untyped nil" : `can't slice item of type ${typeName(value)}`);
  }
  if (bounds.length > 3) throw new CallFailure(`too many slice indexes: ${bounds.length}`);
  if (bounds.length > 2 && typeof value === "string") throw new CallFailure("cannot 3-index slice a string");
  const whole = typeof value === "string" ? Buffer.from(value) : value;
  const [from = 0, to = whole.length] = bounds.map((bound) => {
    const index = wholeNumber(bound);
    if (index < 0 || index > whole.length) throw new CallFailure(`index out of range: ${index}`);
    return index;
  });
  if (from > to) throw new CallFailure(`invalid slice index: ${from} > ${to}`);
  return Buffer.isBuffer(whole) ? whole.subarray(from, to).toString() : whole.slice(from, to);
}

function wholeNumber(key: JsonValue): number {
  if (typeof key === "number" && Number.isInteger(key)) return key;
  const kind = key === null ? "nil" : `type ${typeName(key)}`;
  throw new CallFailure(`cannot index slice/array with ${kind}`);
}
