import type { JsonValue } from "./json-value.ts";

/** Characters for which Go's encoder has its own escapes */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
  ["\\b", "\\u0008"],
  ["\\f", "\\u000c"],
]);

/**
 * Encodes a value like docker's `json` function: compact, without HTML escapes, members in the document's
 * order. Source: docker/cli, `templates/templates.go`; Go 1.19, `encoding/json`.
 */
export function encodeJson(value: JsonValue): string {
  return JSON.stringify(value).replace(/\\.|[\u2028\u2029]/g, (found) => ESCAPES.get(found) ?? found);
}
