/**
 * The parts that grammars are written with.
 *
 * @module
 */
import type { Deed, Grammar, Keyword, Need, Parameter, Said } from "./grammar.ts";
import type { Verb } from "./verb.ts";

/** Makes a parameter; some words may mean something of their own there */
export function operand(name: string, means: string, values: Readonly<Record<string, string>> = {}): Parameter {
  return { name, means, values };
}

/** Makes one that may be missing before an option */
export function optional(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "unless an option follows" };
}

/** Makes what may follow as far as it is no keyword: `loss 5%`, `loss 5% 25%` */
export function further(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "unless a keyword follows" };
}

/** Makes one of a word that may also stand alone: `--privileged`, `--privileged=true` */
export function attached(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "in the option's word" };
}

/** Makes one for any word that must follow, and is read by itself */
export function following(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), needed: "and read by itself" };
}

/** Makes one that stands for all words that follow */
export function several(...parts: Parameters<typeof operand>): Parameter {
  return { ...operand(...parts), times: "any" };
}

/** Makes what must be there: `need("dev, and the interface", "link")` */
export function need(means: string, ...anyOf: readonly string[]): Need {
  return { anyOf, means };
}

/** Makes it of parameters, in their own words */
export function needing(...parameters: readonly Parameter[]): readonly Need[] {
  return parameters.map((parameter) => need(meaningOf(parameter, ""), parameter.name));
}

/** Makes a word that only means something */
export function word(means: string, ...takes: readonly Parameter[]): Keyword {
  return { means, takes };
}

/** Makes a word with other spellings, under which it is known by the first: `-s`, `--symbolic` */
export function spelled(keyword: Keyword, first: string, ...others: readonly string[]): Grammar["words"] {
  const same = others.map((name) => [name, { ...keyword, same: first }] as const);
  return { [first]: keyword, ...Object.fromEntries(same) };
}

/** Makes a word that does something, after which more words may follow */
export function doing(means: string, deed: Deed, ...takes: readonly Parameter[]): Keyword {
  return { means, takes, deed };
}

/** Makes a word after which all is read by another grammar, or as the words of a verb */
export function leading(means: string, leads: Grammar | Verb, manual: string | null = null): Keyword {
  return { means, leads, ...(manual !== null && { manual }) };
}

/** Makes the words of verbs, with what each means */
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

/** Makes one whose options are read as Docker's client reads its own */
export function flags(parts: Partial<Grammar>): Grammar {
  return grammar({ hyphens: "pflag", ...parts });
}

/** Makes a grammar in which the beginning of a word will do: the first word that begins so is meant */
export function shortening(parts: Partial<Grammar>): Grammar {
  const words = Object.entries(parts.words ?? {}).map(
    ([name, keyword]) => [name, { ...keyword, short: true }] as const,
  );
  return grammar({ hyphens: "alone", ...parts, words: Object.fromEntries(words) });
}

/** Makes what changes nothing: a sentence of how the kernel answers */
export function asks(kernel: string): Deed {
  return { kernel: () => kernel, back: () => null };
}

/** Makes what a line takes back */
export function deed(kernel: (said: Said) => string, back: (said: Said) => string): Deed {
  return { kernel, back: (said) => ({ type: back(said) }) };
}

/** Makes what no line takes back: what to do instead */
export function oneWay(kernel: (said: Said) => string, say: string): Deed {
  return { kernel, back: () => ({ say }) };
}

/** Tells what a word means where it stands for a parameter */
export function meaningOf({ means, values = {}, tells }: Parameter, text: string): string {
  return tells?.(text) ?? (Object.hasOwn(values, text) ? (values[text] ?? means) : means);
}
