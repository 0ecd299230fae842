/**
 * The faults of lines copied from a page, and their corrections.
 *
 * @module
 */

import { SAMPLES } from "../article/output-samples.ts";

/**
 * The place of a fault: in any line, at the beginning of a line, in a line with a prompt, or in a line of the
 * host
 */
export type Whereabouts =
  | "in a line"
  | "at a line's beginning"
  | "below a prompt"
  | "on the host"
  // Continues a line that ended with a backslash
  | "within a container's line"
  | "between lines";

/** A kind of fault; nobody types any of these on purpose */
export interface Mending {
  /** The places where it can be */
  readonly where: Whereabouts;
  /** The pattern */
  readonly pattern: RegExp;
  /** Corrects it */
  readonly becomes: (fault: string) => string;
  /** The result's kind */
  readonly isNow: "right" | "a comment";
  /** Describes it: the number of occurrences, and the first one before and after */
  readonly said: (count: number, was: string, is: string) => string;
}

/** A lab or a container, and a folder there */
const FOLDER = String.raw`[\w.-]+:[~/][^\s$#]*`;

/** The text before a prompt's `$` or `#`; in a container it includes root */
const PLACE = `(?:root@)?${FOLDER}`;

/** Prompts, even several in a row: a line may have been pasted with one, and copied from there */
const PROMPTS = new RegExp(String.raw`^[ \t]*(?:(?:\$\$?|${PLACE}[$#])(?:[ \t]+|$))+`, "g");

/** A line for a container's prompt, `$$` as in the article, or root's own; even after another prompt */
const CONTAINERS = new RegExp(
  String.raw`^[ \t]*(?:(?:\$|${PLACE}[$#])[ \t]+)*(?:\$\$|root@${FOLDER}[$#])[ \t]+\S[^]*$`,
  "gu",
);

/** Output lines of the article, with any spacing */
const PRINTED = new RegExp(
  String.raw`^[ \t]*(?:${SAMPLES.flatMap(({ printed }) => printed.map(inAnyBlanks)).join("|")})[ \t]*$`,
  "g",
);

/** Faults in the order of mending: an earlier one may hide a later one */
export const MENDINGS: readonly Mending[] = [
  {
    // Unicode's spaces, category Zs, except the ordinary space and the ideographic one, which people type
    where: "in a line",
    pattern: /(?![ \u3000])\p{Zs}/gu,
    becomes: () => " ",
    isNow: "right",
    said: (count) => (count === 1 ? "a non-breaking space" : `${count} non-breaking blanks`),
  },
  {
    // Invisible characters: a soft hyphen, zero-width spaces, a byte-order mark, word joiners; and every
    // control of text direction, UAX #9, which shows another line than the one that runs. Zero-width joiners
    // of letters are typed by people
    where: "in a line",
    pattern: /[\u00ad\u200b\ufeff\u2060-\u2064\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    becomes: () => "",
    isNow: "right",
    said: (count) => (count === 1 ? "an invisible character" : `${count} invisible characters`),
  },
  {
    // {{.State.Pid}}, which the page has taken for its own markup
    where: "in a line",
    pattern: /``(?:\.`\w+`)+/g,
    becomes: (fault) => `{{${fault.replaceAll("`", "")}}}`,
    isNow: "right",
    said: (count, _was, is) => (count === 1 ? `the template ${is}` : `${count} templates like ${is}`),
  },
  {
    // On the host the line would act on other interfaces, and an exit would end another shell
    where: "on the host",
    pattern: CONTAINERS,
    becomes: (fault) => `# ${fault.trim()}`,
    isNow: "a comment",
    said: (count) => (count === 1 ? "a line for the container's prompt" : `${count} lines for the container's prompt`),
  },
  {
    where: "within a container's line",
    pattern: /^[^]*\S[^]*$/gu,
    becomes: (fault) => `# ${fault.trim()}`,
    isNow: "a comment",
    said: (count) => (count === 1 ? "its continuation line" : `${count} continuation lines`),
  },
  {
    where: "at a line's beginning",
    pattern: PROMPTS,
    becomes: () => "",
    isNow: "right",
    said: (count, was) => (count === 1 ? `the prompt ${was.trim()}` : `${count} prompts`),
  },
  {
    where: "below a prompt",
    pattern: PRINTED,
    becomes: (fault) => `# ${fault.trim()}`,
    isNow: "a comment",
    said: (count) => (count === 1 ? "a line of the article's output" : `${count} lines of the article's output`),
  },
  {
    where: "between lines",
    pattern: /\r+\n/g,
    becomes: () => "\n",
    isNow: "right",
    said: (count) => (count === 1 ? "a Windows line end" : `${count} Windows line ends`),
  },
];

function inAnyBlanks(line: string): string {
  return line.trim().split(/ +/).map(RegExp.escape).join("[ \\t]+");
}
