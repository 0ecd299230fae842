/**
 * How iproute2 reads words: ip/ip.c and the parsers of its objects.
 *
 * @module
 */

/** How many words follow a keyword, or all that do */
export type Arity = number | "rest";

/** A keyword with the words that follow it, or a word that is no keyword */
export type IpToken =
  | { readonly kind: "option"; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: "operand"; readonly word: string };

/** Divides words by keywords; what follows `rest` keywords is theirs */
export function ipTokens(
  words: readonly string[],
  nameOf: (word: string) => string | null,
  arities: Readonly<Record<string, Arity>>,
): readonly IpToken[] {
  const tokens: IpToken[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const name = nameOf(word);
    if (name === null) {
      tokens.push({ kind: "operand", word });
      continue;
    }
    const arity = arities[name] ?? 1;
    const values = arity === "rest" ? words.slice(at + 1) : words.slice(at + 1, at + 1 + arity);
    tokens.push({ kind: "option", name, values });
    at += values.length;
  }
  return tokens;
}

/** The first of the names that begins with what was typed, as iproute2's matches() has it; `null` when none does */
export function firstMatch(typed: string, names: readonly string[]): string | null {
  return typed === "" ? null : (names.find((name) => name.startsWith(typed)) ?? null);
}

/** The first word after a keyword; `null` when it isn't there */
export function valueOf(tokens: readonly IpToken[], name: string): string | null {
  const found = tokens.find((token) => token.kind === "option" && token.name === name);
  return found?.kind === "option" ? (found.values[0] ?? null) : null;
}

/** Whether a keyword is there */
export function hasOption(tokens: readonly IpToken[], name: string): boolean {
  return tokens.some((token) => token.kind === "option" && token.name === name);
}

/** The words that are no keywords */
export function operandsOf(tokens: readonly IpToken[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === "operand" ? [token.word] : []));
}
