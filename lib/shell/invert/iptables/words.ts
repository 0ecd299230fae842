/**
 * The words of iptables(8): a command with its chain, and a rule.
 *
 * @module
 */

/** What is done, by the letter of its option */
export type IptablesCommand = "A" | "I" | "D" | "R" | "N" | "X" | "P" | "E" | "F" | "Z" | "L" | "S" | "C";

const LONG: Readonly<Record<string, IptablesCommand>> = {
  append: "A",
  insert: "I",
  delete: "D",
  replace: "R",
  new: "N",
  "new-chain": "N",
  "delete-chain": "X",
  policy: "P",
  "rename-chain": "E",
  flush: "F",
  zero: "Z",
  list: "L",
  "list-rules": "S",
  check: "C",
};

/** A line of iptables, read */
export interface IptablesLine {
  readonly table: string;
  readonly command: IptablesCommand;
  readonly chain: string | null;
  /** A rule's number in its chain, where it is given */
  readonly number: number | null;
  /** All other words: a rule, a policy, a chain's new name */
  readonly rule: readonly string[];
}

/** Reads a line; `null` when it has no command, or several */
export function readIptables(args: readonly string[]): IptablesLine | null {
  let table = "filter";
  let found: { readonly command: IptablesCommand; chain: string | null; number: number | null } | null = null;
  const rule: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    const tableValue = /^(?:-t(.*)|--table(?:=(.*))?)$/s.exec(word);
    if (tableValue !== null) {
      table = tableValue[1] || tableValue[2] || (args[++at] ?? "");
      continue;
    }
    if (/^(?:-w\d*|--wait(?:=\d+)?|-W\d+)$/.test(word)) {
      if (/^(?:-w|--wait)$/.test(word) && isNumber(args[at + 1])) at++;
      continue;
    }
    const command = commandIn(word);
    if (command === null) {
      rule.push(word);
      continue;
    }
    if (found !== null) return null;
    const attached = word.startsWith("--") ? /=(.*)/s.exec(word)?.[1] : word.slice(2);
    const chain = attached || (isChain(args[at + 1]) ? (args[++at] ?? null) : null);
    const isNumbered = chain !== null && ["I", "D", "R"].includes(command) && isNumber(args[at + 1]);
    found = { command, chain, number: isNumbered ? Number(args[++at]) : null };
  }
  return found === null ? null : { table, ...found, rule };
}

/**
 * The words of a line that `iptables -S` has printed, in which quotes are as in a shell's `"…"`.
 *
 * @example
 * ```ts
 * import { ruleWords } from "./words.ts";
 * import { expect } from "bun:test";
 *
 * expect(ruleWords(String.raw`-A FORWARD -m comment --comment "a \"b\"" -j DROP`)).toEqual(
 *   ["-A", "FORWARD", "-m", "comment", "--comment", 'a "b"', "-j", "DROP"],
 * );
 * ```
 */
export function ruleWords(line: string): readonly string[] {
  const words = line.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g);
  return [...words].map(([word, quoted]) => quoted?.replace(/\\(.)/g, "$1") ?? word);
}

function commandIn(word: string): IptablesCommand | null {
  const long = /^--([a-z-]+)(?:=|$)/.exec(word)?.[1];
  if (long !== undefined) return Object.hasOwn(LONG, long) ? (LONG[long] ?? null) : null;
  const letter = /^-([AIDRNXPEFZLSC])/.exec(word)?.[1];
  return letter === undefined ? null : (letter as IptablesCommand); // by the pattern
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^\d+$/.test(word);
}

function isChain(word: string | undefined): boolean {
  return word !== undefined && !word.startsWith("-") && word !== "!";
}
