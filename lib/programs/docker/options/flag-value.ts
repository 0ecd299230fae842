import { BadValue } from "../../../values/bad-value.ts";
import { quoted } from "../../../values/quoted.ts";
import { DockerFailure } from "../failure.ts";
import type { FlagRow } from "./flag-table.ts";

/** Thrown for a command line that Docker's client, or its daemon, refuses: exit status 125 */
export class FlagError extends DockerFailure {
  constructor(message: string) {
    super(message, 125);
    this.name = "FlagError";
  }
}

/** Thrown for an unknown flag */
export class UnknownFlag extends FlagError {
  /** The flag as typed: `--link` or `-P` */
  readonly flag: string;

  constructor(flag: string, message: string) {
    super(message);
    this.name = "UnknownFlag";
    this.flag = flag;
  }
}

/** A flag's names in Docker's messages */
export type FlagName = Pick<FlagRow, "long" | "short">;

/** Returns the failure of an invalid value, in pflag's words */
export function invalidArgument({ long, short }: FlagName, value: string, reason: string): FlagError {
  const name = short === undefined ? `--${long}` : `-${short}, --${long}`;
  return new FlagError(`invalid argument ${quoted(value)} for "${name}" flag: ${reason}`);
}

/**
 * Parses the value of a flag as one of the types of `lib/values`.
 *
 * @throws {FlagError} with the type's own reason
 */
export function readFlagValue<Value>(flag: FlagName, text: string, parse: (text: string) => Value): Value {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw invalidArgument(flag, text, error.reason);
  }
}

/** The spellings that Go's strconv.ParseBool accepts. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["1", "t", "T", "true", "TRUE", "True"].map((word): [string, boolean] => [word, true]),
  ...["0", "f", "F", "false", "FALSE", "False"].map((word): [string, boolean] => [word, false]),
]);

/**
 * Parses the value of a switch.
 *
 * @throws {FlagError} for anything that Go's ParseBool refuses.
 */
export function readBoolean(flag: FlagName, text: string): boolean {
  const value = BOOLEANS.get(text);
  if (value !== undefined) return value;
  throw invalidArgument(flag, text, `strconv.ParseBool: parsing ${quoted(text)}: invalid syntax`);
}

/**
 * Parses a decimal whole number.
 *
 * @throws {FlagError} for anything else.
 */
export function readInteger(flag: FlagName, text: string): number {
  const failed = (reason: string) =>
    invalidArgument(flag, text, `strconv.ParseInt: parsing ${quoted(text)}: ${reason}`);
  if (!/^[+-]?\d+$/.test(text)) throw failed("invalid syntax");
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw failed("value out of range");
  return value;
}
