/**
 * Parts to write grammars with.
 *
 * @module
 */
import type { Deed, Grammar, Keyword, Need, Parameter, Said } from "./grammar.ts";
import type { Verb } from "./verb.ts";

/** Makes a parameter; some words may have a meaning of their own there */
export function operand(name: string, means: string, values: Readonly<Record<string, string>> = {}): Parameter {
  return { name, means, values };
}

/** Makes a parameter that may be missing before an option */
export function optional(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "unless an option follows" };
}

/** Makes a parameter for words that are not keywords: `loss 5%`, `loss 5% 25%` */
export function further(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "unless a keyword follows" };
}

/** Makes a parameter of an option that may also stand alone: `--privileged`, `--privileged=true` */
export function attached(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "in the option's word" };
}

/** Makes a parameter for a word that must follow, and that is parsed on its own as well */
export function following(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "and read by itself" };
}

/** Makes a parameter for all words that follow */
export function several(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), times: "any" };
}

/** Makes a requirement: `need("dev, and the interface", "link")` */
export function need(means: string, ...anyOf: readonly string[]): Need {
  return { anyOf, means };
}

/** Makes requirements of parameters, in their own words */
export function needing(...parameters: readonly Parameter[]): readonly Need[] {
  return parameters.map((parameter) => need(meaningOf(parameter, ""), parameter.name));
}

/** Makes a keyword that has only a meaning */
export function word(means: string, ...takes: readonly Parameter[]): Keyword {
  return { means, takes };
}

/** Makes a keyword with several spellings, known by the first: `-s`, `--symbolic` */
export function spelled(keyword: Keyword, first: string, ...others: readonly string[]): Grammar["words"] {
  const same = others.map((name) => [name, { ...keyword, same: first }] as const);
  return { [first]: keyword, ...Object.fromEntries(same) };
}

/** Makes a keyword that does something, after which more words may follow */
export function doing(means: string, deed: Deed, ...takes: readonly Parameter[]): Keyword {
  return { means, takes, deed };
}

/** Makes a keyword that hands all words after it to another grammar, or to a verb */
export function leading(means: string, leads: Grammar | Verb, manual: string | null = null): Keyword {
  return { means, leads, ...(manual !== null && { manual }) };
}

/** Makes the keywords of verbs, with their meanings */
export function verbs(
  known: Readonly<Record<string, Verb>>,
  means: Readonly<Record<string, string>>,
): Readonly<Record<string, Keyword>> {
  return Object.fromEntries(
    Object.entries(means).flatMap(([name, meaning]) => {
      const verb = known[name];
      return verb === undefined ? [] : [[name, leading(meaning, verb)] as const];
    }),
  );
}

/** Makes a grammar in which words with a hyphen are options */
export function grammar(parts: Partial<Grammar>): Grammar {
  return { words: {}, operands: [], hyphens: "getopt", ...parts };
}

/** Makes a grammar whose options are parsed as Docker's client does */
export function flags(parts: Partial<Grammar>): Grammar {
  return grammar({ hyphens: "pflag", ...parts });
}

/** Makes a grammar in which keywords may be abbreviated: the first keyword with that beginning is used */
export function shortening(parts: Partial<Grammar>): Grammar {
  const words = Object.entries(parts.words ?? {}).map(
    ([name, keyword]) => [name, { ...keyword, short: true }] as const,
  );
  return grammar({ hyphens: "alone", ...parts, words: Object.fromEntries(words) });
}

/** Makes a deed that changes nothing, with a sentence about the kernel's answer */
export function asks(kernel: string): Deed {
  return { kernel: () => kernel, back: () => null };
}

/** Makes a deed that a line undoes */
export function deed(kernel: (said: Said) => string, back: (said: Said) => string): Deed {
  return { kernel, back: (said) => ({ type: back(said) }) };
}

/** Makes a deed that no line undoes, with the advice what to do instead */
export function oneWay(kernel: (said: Said) => string, say: string): Deed {
  return { kernel, back: () => ({ say }) };
}

/** Returns the meaning of a word in a parameter's place */
export function meaningOf({ means, values = {}, tells }: Parameter, text: string): string {
  return tells?.(text) ?? (Object.hasOwn(values, text) ? (values[text] ?? means) : means);
}
