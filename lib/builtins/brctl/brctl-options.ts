/**
 * Parses brctl's options as the C library's getopt_long(3) does, with its messages.
 *
 * @module
 */

type Option = "help" | "version";

/** A parsed command line: a command with operands, an option, or getopt's error */
export type Request =
  | { readonly kind: "operands"; readonly operands: readonly string[] }
  | { readonly kind: Option }
  | { readonly kind: "mistake"; readonly complaint: string };

const LONG: readonly Option[] = ["help", "version"];

const SHORT: ReadonlyMap<string, Option> = new Map([
  ["h", "help"],
  ["V", "version"],
]);

/**
 * Parses a command line as getopt_long(3) does: options may follow operands, long ones may be abbreviated,
 * `--` ends them. The first option decides, since each of them ends the program.
 *
 * @example
 * ```ts
 * import { readOptions } from "./brctl-options.ts";
 * import { expect } from "bun:test";
 *
 * expect(readOptions(["show", "--", "b0"])).toEqual({ kind: "operands", operands: ["show", "b0"] });
 * expect(readOptions(["addbr", "--ver"])).toEqual({ kind: "version" });
 * ```
 */
export function readOptions(args: readonly string[]): Request {
  const end = args.indexOf("--");
  const open = end < 0 ? args : args.slice(0, end);
  const option = open.find((arg) => arg.startsWith("-") && arg !== "-");
  if (option === undefined)
    return {
      kind: "operands",
      operands: args.filter((_, index) => index !== end),
    };
  return option.startsWith("--") ? readLong(option) : readShort(option.charAt(1));
}

function readShort(letter: string): Request {
  const kind = SHORT.get(letter);
  return kind === undefined ? mistake(`invalid option -- '${letter}'`) : { kind };
}

function readLong(word: string): Request {
  const [start = "", ...value] = word.slice(2).split("=");
  const [kind, ...others] = LONG.filter((name) => name.startsWith(start));
  if (kind === undefined) return mistake(`unrecognized option '${word}'`);
  if (others.length > 0) {
    return mistake(`option '${word}' is ambiguous; possibilities: ${LONG.map((name) => `'--${name}'`).join(" ")}`);
  }
  return value.length > 0 ? mistake(`option '--${kind}' doesn't allow an argument`) : { kind };
}

function mistake(complaint: string): Request {
  return { kind: "mistake", complaint };
}
