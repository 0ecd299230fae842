/**
 * Parses a line of iptables(8) into a command with its chain, and a rule.
 *
 * @module
 */
import type { Parsed } from "../parse.ts";
import { valuesOf } from "../terms.ts";

const COMMANDS = ["A", "I", "D", "R", "N", "X", "P", "E", "F", "Z", "L", "S", "C"] as const;

/** A command, by the letter of its option */
export type IptablesCommand = (typeof COMMANDS)[number];

/** A parsed line of iptables */
export interface IptablesLine {
  readonly table: string;
  readonly command: IptablesCommand;
  readonly chain: string | null;
  /** The rule's number in its chain, if given */
  readonly number: number | null;
  /** All other words: a rule, a policy, a chain's new name */
  readonly rule: readonly string[];
}

/** Options that come beside a rule, each with its value */
const BESIDE: ReadonlySet<string> = new Set(["-t", "-w", "-W"]);

/** Parses a line; `null` when it has no command, or several */
export function readIptables(parsed: Parsed): IptablesLine | null {
  const { meanings, belongs } = parsed;
  const words = meanings.map(({ word }, at) => ({ word, option: belongs[at] ?? null }));
  const commands = words.flatMap(({ word, option }) => (word.startsWith("-") ? (commandOf(option) ?? []) : []));
  const [command] = commands;
  if (command === undefined || commands.length > 1) return null;
  // A word after the chain may be the rule's number, or already belong to the rule
  const [place = null] = valuesOf(parsed, "place");
  const number = place === null ? null : ruleNumber(place);
  const rest = words.filter(({ option }) => option === null || (commandOf(option) === null && !BESIDE.has(option)));
  return {
    table: valuesOf(parsed, "table").at(-1) ?? "filter",
    command,
    chain: valuesOf(parsed, "chain")[0] ?? null,
    number,
    rule: [
      ...valuesOf(parsed, "policy", "renamed"),
      ...(place !== null && number === null ? [place] : []),
      ...rest.map(({ word }) => word),
    ],
  };
}

/** Parses a rule's number as strtoul(3) does with base 0: `0x1f` is hexadecimal, `017` octal; `null` for any other text */
export function ruleNumber(text: string): number | null {
  const [, digits] = /^\+?(0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  return /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
}

function commandOf(option: string | null): IptablesCommand | null {
  return COMMANDS.find((command) => option === `-${command}`) ?? null;
}
