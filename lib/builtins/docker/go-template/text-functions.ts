import { CallFailure } from "./call-failure.ts";
import type { JsonValue } from "./values/json-value.ts";
import { isJsonList } from "./values/json-value.ts";
import { formatValue } from "./values/print.ts";

/** Joins a list of strings with a separator (`strings.Join`). */
export function join(list: JsonValue, separator: JsonValue): string {
  return isJsonList(list) ? list.join(formatValue(separator)) : "";
}

/** Splits a string at separators; at an empty one, into characters (`strings.Split`). */
export function split(value: JsonValue, separator: JsonValue): readonly string[] {
  const text = formatValue(value);
  return separator === "" ? [...text] : text.split(formatValue(separator));
}

/** Changes each word's first letter to upper case (`strings.Title`). */
export function title(value: JsonValue): string {
  return formatValue(value).replace(/(?<![\p{L}\p{Nd}_])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Returns the first `size` bytes of a string */
export function truncate(value: JsonValue, size: number): string {
  const bytes = Buffer.from(formatValue(value));
  if (size < 0) throw new CallFailure(`runtime error: slice bounds out of range [:${size}]`);
  return bytes.subarray(0, size).toString();
}

/** Pads a non-empty string with spaces on both sides */
export function pad(value: JsonValue, before: number, after: number): string {
  const text = formatValue(value);
  if (text === "") return "";
  if (before < 0 || after < 0) throw new CallFailure("strings: negative Repeat count");
  return " ".repeat(before) + text + " ".repeat(after);
}
