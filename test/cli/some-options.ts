import { parseArguments } from "../../lib/cli/options/arguments.ts";
import type { OptionSpec } from "../../lib/cli/options/option-spec.ts";
import { UsageError } from "../../lib/cli/errors/usage-error.ts";

/** Options of every sort */
export const OPTIONS: readonly OptionSpec[] = [
  { name: "from", alias: "f", takes: "value" },
  { name: "to", takes: "value" },
  { name: "image", takes: "value" },
  { name: "dry-run", alias: "n", takes: "nothing" },
  { name: "quiet", alias: "q", takes: "nothing" },
  { name: "no-install", takes: "nothing" },
];

/** What is read, as plain objects */
export function parse(...argv: string[]) {
  const { positionals, values, switches } = parseArguments(argv, {
    options: OPTIONS,
    mostPositionals: Infinity,
  });
  return {
    positionals,
    values: Object.fromEntries(values),
    switches: [...switches],
  };
}

/** The refusal of a command line; one that is understood fails the test */
export function refusalOf(argv: readonly string[], mostPositionals = Infinity): UsageError {
  try {
    parseArguments(argv, { options: OPTIONS, mostPositionals });
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(argv)} is understood`);
}
