/**
 * What is wrong with a line that was copied from a page, and what it was meant to be.
 *
 * @module
 */

import { SAMPLES } from "../article/samples.ts";

/** Where in a text: in any line, in one that is not begun yet, below one that has a prompt, or the host's prompt `$` */
export type Whereabouts =
  "in a line" | "at a line's beginning" | "below a prompt" | "below the host's prompt" | "between lines";

/** One kind of fault; none of them is anything that somebody means to type */
export interface Mending {
  /** Where it can be */
  readonly where: Whereabouts;
  /** What it looks like */
  readonly pattern: RegExp;
  /** What it becomes */
  readonly becomes: (fault: string) => string;
  /** How it is said: how often it was there, and the first one, as it was and as it is now */
  readonly said: (count: number, was: string, is: string) => string;
}

/** What stands before a prompt's `$` or `#`: root of a container, or a lab, and the folder */
const PLACE = String.raw`(?:root@)?[\w.-]+:[~/][^\s$#]*`;

/** A line for a container's prompt, `$$` as the article has it */
const CONTAINERS = new RegExp(String.raw`^[ \t]*(?:\$\$|root@[\w.-]+:[~/][^\s$#]*[$#])[ \t]+\S.*$`, "gu");

/** Prompts, also one behind another: of a line that was pasted with one, and copied from there */
const PROMPTS = new RegExp(String.raw`^[ \t]*(?:(?:\$\$?|${PLACE}[$#])(?:[ \t]+|$))+`, "g");

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
    said: (count) => (count === 1 ? "a non-breaking blank" : `${count} non-breaking blanks`),
  },
  {
    // A soft hyphen, a blank of no width, a word joiner, a byte-order mark
    where: "in a line",
    pattern: /[\u00ad\u200b\u2060\ufeff]/g,
    becomes: () => "",
    said: (count) => (count === 1 ? "an invisible character" : `${count} invisible characters`),
  },
  {
    // {{.State.Pid}}, which the page has read as a markup of its own
    where: "in a line",
    pattern: /``(?:\.`\w+`)+/g,
    becomes: (fault) => `{{${fault.replaceAll("`", "")}}}`,
    said: (count, _was, is) => (count === 1 ? `the template ${is}` : `${count} templates like ${is}`),
  },
  {
    // On the host it would find other interfaces, and an exit would end another shell
    where: "below the host's prompt",
    pattern: CONTAINERS,
    becomes: (fault) => `# ${fault.trim()}`,
    said: (count) => (count === 1 ? "a line for the container's prompt" : `${count} lines for the container's prompt`),
  },
  {
    where: "at a line's beginning",
    pattern: PROMPTS,
    becomes: () => "",
    said: (count, was) => (count === 1 ? `the prompt ${was.trim()}` : `${count} prompts`),
  },
  {
    where: "below a prompt",
    pattern: PRINTED,
    becomes: (fault) => `# ${fault.trim()}`,
    said: (count) => (count === 1 ? "a line that the article prints" : `${count} lines that the article prints`),
  },
  {
    where: "between lines",
    pattern: /\r+\n/g,
    becomes: () => "\n",
    said: (count) => (count === 1 ? "a line's end as Windows has it" : `${count} ends of lines as Windows has them`),
  },
];

function inAnyBlanks(line: string): string {
  return line.trim().split(/ +/).map(RegExp.escape).join("[ \\t]+");
}
