/**
 * Values of options of `docker run`, of which it has many more than wirework has words for.
 *
 * @module
 */

/** Letters of `docker run` and `docker build` that have no word after them, so that another may follow in theirs: `-itp 80:80` */
const SWITCHES = "diPqt";

/**
 * The values of an option in all its spellings.
 *
 * @param names `["-t", "--tag"]`, or the long one alone
 * @example
 * ```ts
 * import { optionValues } from "./option-values.ts";
 * import { expect } from "bun:test";
 *
 * const words = ["-t", "one", "--tag=two", "-tthree", "-t=four", "-qt", "five", "--tag", "six", "/tmp"];
 * expect(optionValues(words, ["-t", "--tag"])).toEqual(["one", "two", "three", "four", "five", "six"]);
 * ```
 */
export function optionValues(words: readonly string[], names: readonly string[]): readonly string[] {
  const alone = new RegExp(`^(?:${names.map(spelling).join("|")})$`);
  const attached = new RegExp(`^(?:${names.map(before).join("|")})(.+)$`);
  return words.flatMap((word, at) => {
    if (alone.test(word)) return words.slice(at + 1, at + 2);
    const [, value] = attached.exec(word) ?? [];
    return value === undefined ? [] : [value];
  });
}

function spelling(name: string): string {
  const letter = name.slice(1);
  return isLong(name) ? name : `-[${SWITCHES.replace(letter, "")}]*${letter}`;
}

/** What is before a value that is in the option's own word */
function before(name: string): string {
  return `${spelling(name)}=${isLong(name) ? "" : "?"}`;
}

function isLong(name: string): boolean {
  return name.startsWith("--");
}
