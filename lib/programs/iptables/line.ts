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

/** Options that are not part of a rule */
const BESIDE: ReadonlySet<string> = new Set(["-t", "-w", "-W"]);

/** Parses a line; `null` when it has no command, or several */
export function readIptables(parsed: Parsed): IptablesLine | null {
  const { meanings, belongs } = parsed;
  const words = meanings.map(({ word }, at) => ({ word, of: belongs[at] ?? null, command: commandOf(belongs[at]) }));
  const [command, ...others] = words.flatMap(({ word, command: one }) =>
    one !== null && word.startsWith("-") ? [one] : [],
  );
  if (command === undefined || others.length > 0) return null;
  const [place = null] = valuesOf(parsed, "place");
  const number = place === null ? null : ruleNumber(place);
  const rest = words.filter(({ of, command: one }) => one === null && !(of !== null && BESIDE.has(of)));
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

function commandOf(keyword: string | null | undefined): IptablesCommand | null {
  return COMMANDS.find((command) => keyword === `-${command}`) ?? null;
}
