import { divide } from "../options/variable.ts";

/** `$NAME`, `${NAME}`, `${NAME:-otherwise}` or `${NAME:+instead}` */
const VARIABLE = /\$(?:(?<plain>\w+)|\{(?<name>\w+)(?::(?<sign>[-+])(?<other>[^}]*))?\})/.source;
/** A quoted part, an escaped character, or a variable */
const WORD = new RegExp(`'(?<single>[^']*)'|"(?<double>(?:\\\\[^]|[^"\\\\])*)"|\\\\(?<kept>[^])|${VARIABLE}`, "g");
/** The same between double quotes, where only these characters are escaped */
const QUOTED = new RegExp(`\\\\(?<kept>["\\\\$])|${VARIABLE}`, "g");

/**
 * Expands the variables in a word of a Dockerfile, and removes its quotes. Source: moby/buildkit,
 * `frontend/dockerfile/shell/lex.go`.
 *
 * @param environment `NAME=VALUE`
 *
 * @example
 * ```ts
 * import { expand } from "./expand.ts";
 * import { expect } from "bun:test";
 *
 * expect(expand('"$PORT"-${PORT:-0}-${NO:-none}', ["PORT=80"])).toBe("80-80-none");
 * ```
 */
export function expand(word: string, environment: readonly string[]): string {
  return replaced(word, WORD, new Map(environment.map(divide)));
}

/** Replaces quoted parts by their texts, and variables by their values */
function replaced(text: string, pattern: RegExp, values: ReadonlyMap<string, string>): string {
  return text.replace(pattern, (...found) => {
    const { single, double, kept, ...variable } = found.at(-1) as Readonly<Record<string, string | undefined>>; // groups
    if (double !== undefined) return replaced(double, QUOTED, values);
    return single ?? kept ?? valueOf(variable, values);
  });
}

/** Returns the value of a variable, or the word after its sign: `:-` replaces an empty value, `:+` any other */
function valueOf(
  { plain, name = plain, sign, other = "" }: Readonly<Record<string, string | undefined>>,
  values: ReadonlyMap<string, string>,
): string {
  const value = values.get(name ?? "") ?? "";
  const isOther = sign === "-" ? value === "" : sign === "+" && value !== "";
  return isOther ? replaced(other, WORD, values) : sign === "+" ? "" : value;
}
