/**
 * JSON as `ip` writes it: without blanks, on a line.
 *
 * @module
 */

/** What can be written. What is undefined in an object is left out */
export type Json = string | number | boolean | null | Digits | readonly Json[] | JsonObject;

/** An object; its fields are written in their order */
export interface JsonObject {
  readonly [field: string]: Json | undefined;
}

/** A number in digits that JavaScript would write in another way, such as `0.30` */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** jsonw_puts() of iproute2's lib/json_writer.c escapes these and no others, so that an alias' control characters stay */
const ESCAPES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\f": "\\f",
  "\b": "\\b",
  "\\": "\\\\",
  '"': '\\"',
};

/** A list, as `ip -json` prints it */
export function jsonLine(list: readonly Json[]): string {
  return `${written(list)}\n`;
}

function written(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (isList(value)) return `[${value.map(written).join(",")}]`;
  if (value instanceof Digits) return value.text;
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [`${quoted(name)}:${written(field)}`],
  );
  return `{${fields.join(",")}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\t\n\r\f\b\\"]/g, (character) => ESCAPES[character] ?? character)}"`;
}

/** Array.isArray() does not know lists that cannot be changed */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
