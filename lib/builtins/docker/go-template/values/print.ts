import type { JsonValue } from "./json-value.ts";
import { isJsonList, isJsonObject, memberOf, sortedKeys } from "./json-value.ts";

/** Formats a value like Go's `%v`: `[a b]`, `map[a:1 b:2]` by key, `<nil>`. Source: Go, `fmt/print.go`. */
export function formatValue(value: JsonValue): string {
  if (value === null) return "<nil>";
  if (typeof value === "number") return formatNumber(value);
  if (isJsonList(value)) return `[${value.map(formatValue).join(" ")}]`;
  if (isJsonObject(value)) {
    return `map[${sortedKeys(value)
      .map((key) => `${key}:${formatValue(memberOf(value, key) ?? null)}`)
      .join(" ")}]`;
  }
  return String(value);
}

/** Formats the value of an action: like {@link formatValue}, but `<no value>` for null */
export function printedValue(value: JsonValue): string {
  return value === null ? "<no value>" : formatValue(value);
}

/** Joins values like `fmt.Sprint`: with a space between two operands when neither is a string. */
export function sprint(values: readonly JsonValue[]): string {
  return values.reduce<string>((text, value, index) => {
    const previous = values[index - 1];
    const separate = index > 0 && typeof value !== "string" && typeof previous !== "string";
    return text + (separate ? " " : "") + formatValue(value);
  }, "");
}

/**
 * Formats a number like Go: an integer in full, a fraction as `%g`, with an exponent below 1e-4 and from 1e21
 * on
 */
export function formatNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  const sign = power < 0 ? "-" : "+";
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** Returns Go's name for a value's type, as in error messages */
export function typeName(value: JsonValue): string {
  if (value === null) return "<nil>";
  if (isJsonList(value)) return "[]interface {}";
  if (isJsonObject(value)) return "map[string]interface {}";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float64";
  return typeof value === "boolean" ? "bool" : "string";
}

/** Reports whether Go counts a value as true: not false, 0, nil, or an empty string, list or map */
export function isTrue(value: JsonValue): boolean {
  if (isJsonList(value)) return value.length > 0;
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}
