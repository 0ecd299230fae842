import type { JsonValue } from "./json-value.ts";
import { isJsonList, isJsonObject, memberOf, sortedKeys } from "./json-value.ts";
import type { Directive } from "./format-scalar.ts";
import { formatScalar } from "./format-scalar.ts";
import { formatValue, typeName } from "./print.ts";

const DIRECTIVE = /%([-+# 0]*)(\d*)(?:\.(\d*))?([\s\S]?)/gu;

/**
 * Formats values like Go's `fmt.Sprintf`, with the verbs `v s q d t x X o b c e f g T`; widths count
 * characters. Mismatches are printed as Go does: `%!d(string=x)`, `%!d(MISSING)`, `%!(EXTRA int=1)`.
 *
 * @example
 * ```ts
 * import { sprintf } from "./printf.ts";
 * import { expect } from "bun:test";
 *
 * expect(sprintf("%-6s|%03d", ["eth0", 7])).toBe("eth0  |007");
 * ```
 */
export function sprintf(format: string, values: readonly JsonValue[]): string {
  let used = 0;
  const text = format.replace(
    DIRECTIVE,
    (_, flags: string, width: string, precision: string | undefined, verb: string) => {
      if (verb === "%") return "%";
      if (verb === "") return "%!(NOVERB)";
      const value = values[used];
      if (value === undefined) return `%!${verb}(MISSING)`;
      used++;
      const directive = {
        flags,
        width: Number(width),
        precision: precision === undefined ? null : Number(precision),
        verb,
      };
      return formatDirective(directive, value);
    },
  );
  const extra = values
    .slice(used)
    .map((value) => (value === null ? "<nil>" : `${typeName(value)}=${formatValue(value)}`));
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(", ")})`;
}

/** Formats a value; lists and maps element by element, each padded by itself */
function formatDirective(directive: Directive, value: JsonValue): string {
  if (directive.verb === "T") return pad(directive, typeName(value));
  if (isJsonList(value)) return `[${value.map((element) => formatDirective(directive, element)).join(" ")}]`;
  if (isJsonObject(value)) {
    const members = sortedKeys(value).map(
      (key) => `${formatDirective(directive, key)}:${formatDirective(directive, memberOf(value, key) ?? null)}`,
    );
    return `map[${members.join(" ")}]`;
  }
  const text = formatScalar(directive, value);
  if (text !== null) return pad(directive, text);
  return value === null
    ? `%!${directive.verb}(<nil>)`
    : `%!${directive.verb}(${typeName(value)}=${formatValue(value)})`;
}

function pad({ flags, width, verb }: Directive, text: string): string {
  const missing = Math.max(0, width - [...text].length);
  if (flags.includes("-")) return text + " ".repeat(missing);
  const [, sign = "", digits = text] = /^([+-]?)([\s\S]*)$/.exec(text) ?? [];
  if (flags.includes("0") && !"vTt".includes(verb)) return sign + "0".repeat(missing) + digits;
  return " ".repeat(missing) + text;
}
