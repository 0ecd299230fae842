/**
 * The options of `scripts/bench star`.
 *
 * @module
 */
import { parseArguments } from "../../../lib/cli/options/arguments.ts";
import type { OptionSpec } from "../../../lib/cli/options/option-spec.ts";
import { UsageError } from "../../../lib/cli/errors/usage-error.ts";
import { quoted } from "../../../lib/values/quoted.ts";
import { parseWholeNumber } from "../../../lib/values/whole-number.ts";
import { type Contender, LARGEST_STAR } from "./contender.ts";

/** The values as typed */
export interface StarOptions {
  readonly counts: readonly number[];
  readonly rounds: number;
  readonly contenders: readonly Contender[];
  readonly form: "json" | "text";
  readonly limits: "kept" | "ignored";
}

const OPTIONS: readonly OptionSpec[] = [
  { name: "count", takes: "value" },
  { name: "rounds", takes: "value" },
  { name: "only", takes: "value" },
  { name: "json", takes: "nothing" },
  { name: "all", takes: "nothing" },
];

const DEFAULTS = { count: "10,100,200,1000", rounds: "5" } as const;
const COUNT = { kind: "a number of containers", smallest: 1, largest: LARGEST_STAR } as const;
const ROUNDS = { kind: "a number of rounds", smallest: 1, largest: 1000 } as const;

/**
 * Parses its command line.
 *
 * @throws {UsageError} for an unknown option or contender
 * @throws {BadValue} for a bad number, or one out of range
 */
export function readStarOptions(argv: readonly string[], contenders: readonly Contender[]): StarOptions {
  const { values, switches } = parseArguments(argv, { options: OPTIONS, mostPositionals: 0 });
  const counts = (values.get("count") ?? DEFAULTS.count).split(",").map((text) => parseWholeNumber(text, COUNT));
  return {
    counts: [...new Set(counts)].toSorted((a, b) => a - b),
    rounds: parseWholeNumber(values.get("rounds") ?? DEFAULTS.rounds, ROUNDS),
    contenders: chosen(values.get("only"), contenders),
    form: switches.has("json") ? "json" : "text",
    limits: switches.has("all") ? "ignored" : "kept",
  };
}

/** Returns the chosen contenders in the table's order */
function chosen(only: string | undefined, contenders: readonly Contender[]): readonly Contender[] {
  const names = only?.split(",") ?? contenders.map(({ name }) => name);
  const known = contenders.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`Unknown contender ${quoted(unknown)}: there are ${known.join(", ")}`, null);
  return contenders.filter(({ name }) => names.includes(name));
}
