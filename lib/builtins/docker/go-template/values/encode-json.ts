import type { JsonValue } from "./json-value.ts";

/** Where Go's encoder writes an escape of its own */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
  ["\\b", "\\u0008"],
  ["\\f", "\\u000c"],
]);

/**
 * A value as docker's `json` function encodes it: compact, with no HTML escapes, members in the order that the document has.
 * Source: docker/cli, `templates/templates.go`; Go 1.19, `encoding/json`.
 */
export function encodeJson(value: JsonValue): string {
  return JSON.stringify(value).replace(/\\.|[\u2028\u2029]/g, (found) => ESCAPES.get(found) ?? found);
}
