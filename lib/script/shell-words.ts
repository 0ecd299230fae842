/**
 * Divides a command's text into words for a script, with each variable in quotes.
 *
 * @module
 */
import type { Word } from "../programs/grammar.ts";
import { insideDouble, quoteArgument } from "../shell/template/quote.ts";
import type { Variables } from "./live-values.ts";

/** A part of a word; blanks end the word. The text comes from `words()`, which has no other operators */
const PART = /'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]|\$(?:\w+|\{\w+\})|[^\s'"\\$]+/y;

/** Control characters, which a terminal would act on */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Words that look like the shell's own keywords; shellcheck complains about them as arguments: SC1010 */
const KEYWORD = /^(?:do|done|then|fi|esac)$/;

/** Text that needs no escapes, even in double quotes */
const BARE = /^[^'"\\$`]+$/;

/**
 * Divides a command's text into its words. A word with a bare variable gets quotes, so that it stays one word, whatever
 * the value.
 *
 * Equivalent to: the same text, read by a shell in which the variables hold no blanks and no patterns
 *
 * @param text as `words()` makes it
 * @param variables placeholders for values that are variables, too
 *
 * @example
 * ```ts
 * import { shellWords } from "./shell-words.ts";
 * import { expect } from "bun:test";
 *
 * const words = shellWords("sudo ln -s /proc/$pid/ns/net /var/run/netns/$pid", new Map());
 * expect(words.map(({ typed }) => typed).slice(3)).toEqual(['"/proc/$pid/ns/net"', '"/var/run/netns/$pid"']);
 * ```
 */
export function shellWords(text: string, variables: Variables): readonly Word[] {
  const found: Word[] = [];
  for (let at = 0; at < text.length;) {
    const parts = partsAt(text, at);
    if (parts.length === 0) {
      at++;
      continue;
    }
    at += parts.join("").length;
    const kept = parts.filter((part) => part !== "\\\n"); // taken out before anything is read
    if (kept.length > 0) found.push({ typed: quoted(kept, variables), text: kept.map(meaning).join("") });
  }
  return found;
}

/** Writes a text as one word; in double quotes if it has an apostrophe, and nothing that they would expand */
export function scriptWord(text: string, variables: Variables = new Map()): string {
  return scriptText(/^[^"$`\\!]*'[^"$`\\!]*$/.test(text) ? `"${text}"` : quoteArgument(text), variables);
}

/** Writes several words as one text */
export function scriptText(text: string, variables: Variables): string {
  return shellWords(text, variables)
    .map(({ typed }) => typed)
    .join(" ");
}

function partsAt(text: string, from: number): readonly string[] {
  const parts: string[] = [];
  for (let at = from; ;) {
    PART.lastIndex = at;
    const part = PART.exec(text)?.[0];
    if (part === undefined) return parts;
    parts.push(part);
    at += part.length;
  }
}

function quoted(parts: readonly string[], variables: Variables): string {
  const hasVariable = parts.some(isVariable);
  const plain = parts.map((part) => (isVariable(part) ? part : meaning(part))).join("");
  if (plain.search(CONTROL) >= 0)
    return hasVariable
      ? parts.map((part) => (isVariable(part) ? `"${part}"` : inAnsi(meaning(part)))).join("")
      : inAnsi(plain);
  if (placeOf(plain, variables) !== null || parts.some(looksLikeVariable))
    return `"${parts.map((part) => inDouble(part, variables)).join("")}"`;
  if (KEYWORD.test(parts.join(""))) return `'${plain}'`;
  if (!hasVariable) return parts.join("");
  if (parts.every((part) => isVariable(part) || BARE.test(part))) return `"${parts.join("")}"`;
  return parts.map((part) => (isVariable(part) ? `"${part}"` : part)).join("");
}

/** Reports whether a text in single quotes looks like a variable; shellcheck complains about that: SC2016 */
function looksLikeVariable(part: string): boolean {
  return part.startsWith("'") && /[$`]/.test(part);
}

/** Writes a text as `$'…'`, with control characters as escapes */
function inAnsi(text: string): string {
  const spelled = (character: string) => Buffer.from(character).toString("hex").replace(/../g, "\\x$&");
  return `$'${text.replace(/['\\]/g, "\\$&").replace(CONTROL, spelled).replaceAll("\n", "\\n")}'`;
}

/** Writes a part of a word between double quotes */
function inDouble(part: string, variables: Variables): string {
  if (isVariable(part)) return part;
  let text = part.startsWith('"') ? part.slice(1, -1) : insideDouble(meaning(part));
  for (let place = placeOf(text, variables); place !== null; place = placeOf(text, variables))
    text = `${text.slice(0, place.at)}${place.variable}${text.slice(place.at + place.length)}`;
  return text;
}

/** Finds a variable's value in a text; the longest one wins */
function placeOf(
  text: string,
  variables: Variables,
): { readonly at: number; readonly length: number; readonly variable: string } | null {
  const found = [...variables].filter(([value]) => text.includes(value));
  const [longest] = found.toSorted(([one], [other]) => other.length - one.length);
  if (longest === undefined) return null;
  const [value, variable] = longest;
  return { at: text.indexOf(value), length: value.length, variable };
}

function isVariable(part: string): boolean {
  return part.startsWith("$");
}

function meaning(part: string): string {
  if (part.startsWith("'")) return part.slice(1, -1);
  if (part.startsWith('"')) return part.slice(1, -1).replace(/\\(["\\$`])/g, "$1");
  return part.startsWith("\\") ? part.slice(1) : part;
}
