/**
 * What is wrong with a line that was copied from a page, and what it was meant to be.
 *
 * @module
 */

import { SAMPLES } from "../article/samples.ts";

/** Where in a text: in any line, in one that is not begun yet, below one that has a prompt, or in one of the host's */
export type Whereabouts =
  | "in a line"
  | "at a line's beginning"
  | "below a prompt"
  | "on the host"
  // Which goes on from a line that ended with a backslash
  | "within a container's line"
  | "between lines";

/** One kind of fault; none of them is anything that somebody means to type */
export interface Mending {
  /** Where it can be */
  readonly where: Whereabouts;
  /** What it looks like */
  readonly pattern: RegExp;
  /** What it becomes */
  readonly becomes: (fault: string) => string;
  /** What that is */
  readonly isNow: "right" | "a comment";
  /** How it is said: how often it was there, and the first one, as it was and as it is now */
  readonly said: (count: number, was: string, is: string) => string;
}

/** A lab or a container, and the folder there */
const FOLDER = String.raw`[\w.-]+:[~/][^\s$#]*`;

/** What stands before a prompt's `$` or `#`: in a container also its root */
const PLACE = `(?:root@)?${FOLDER}`;

/** Prompts, also one behind another: of a line that was pasted with one, and copied from there */
const PROMPTS = new RegExp(String.raw`^[ \t]*(?:(?:\$\$?|${PLACE}[$#])(?:[ \t]+|$))+`, "g");

/** A line for a container's prompt, `$$` as the article has it, or root's own; also behind another */
const CONTAINERS = new RegExp(
  String.raw`^[ \t]*(?:(?:\$|${PLACE}[$#])[ \t]+)*(?:\$\$|root@${FOLDER}[$#])[ \t]+\S[^]*$`,
  "gu",
);

/** The lines that the article shows below those that are typed, in any blanks */
const PRINTED = new RegExp(
  String.raw`^[ \t]*(?:${SAMPLES.flatMap(({ printed }) => printed.map(inAnyBlanks)).join("|")})[ \t]*$`,
  "g",
);

/** In the order in which a line is mended: what is found later may be hidden by what is before */
export const MENDINGS: readonly Mending[] = [
  {
    // The blanks of Unicode, category Zs, but the space itself, and that of Chinese and Japanese, which people type
    where: "in a line",
    pattern: /(?![ \u3000])\p{Zs}/gu,
    becomes: () => " ",
    isNow: "right",
    said: (count) => (count === 1 ? "a non-breaking blank" : `${count} non-breaking blanks`),
  },
  {
    // A soft hyphen, a blank of no width, a byte-order mark; the joiner of words and its like; all that turns the direction
    // of what follows, UAX #9, which shows a line as another one than is run. The joiners of letters are typed by people
    where: "in a line",
    pattern: /[\u00ad\u200b\ufeff\u2060-\u2064\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    becomes: () => "",
    isNow: "right",
    said: (count) => (count === 1 ? "an invisible character" : `${count} invisible characters`),
  },
  {
    // {{.State.Pid}}, which the page has read as a markup of its own
    where: "in a line",
    pattern: /``(?:\.`\w+`)+/g,
    becomes: (fault) => `{{${fault.replaceAll("`", "")}}}`,
    isNow: "right",
    said: (count, _was, is) => (count === 1 ? `the template ${is}` : `${count} templates like ${is}`),
  },
  {
    // On the host it would find other interfaces, and an exit would end another shell
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
    said: (count) => (count === 1 ? "the line that goes on from it" : `${count} lines that go on from it`),
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
    said: (count) => (count === 1 ? "a line that the article prints" : `${count} lines that the article prints`),
  },
  {
    where: "between lines",
    pattern: /\r+\n/g,
    becomes: () => "\n",
    isNow: "right",
    said: (count) => (count === 1 ? "a line's end as Windows has it" : `${count} ends of lines as Windows has them`),
  },
];

function inAnyBlanks(line: string): string {
  return line.trim().split(/ +/).map(RegExp.escape).join("[ \\t]+");
}
