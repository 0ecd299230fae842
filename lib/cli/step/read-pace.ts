import { UsageError } from "../errors/usage-error.ts";

/** The stepping mode: without stops, line by line with the changes of each, or the same with a key for each */
export type PaceKind = "at once" | "shown" | "asked";

/** Options that can't be used with it, and the reasons */
const AGAINST: Readonly<Record<string, string>> = {
  json: "a document is printed only at the end",
  quiet: "it prints what each line does",
  "dry-run": "a dry run changes nothing",
  repair: "a repair skips existing containers",
};

/**
 * Parses `--step`. When the output is not a terminal, every line is shown with its changes, and no key is
 * expected.
 *
 * @throws {UsageError} for a conflicting option, and for a terminal without a keyboard
 */
export function readPace(switches: ReadonlySet<string>): PaceKind {
  if (!switches.has("step")) return "at once";
  const other = Object.keys(AGAINST).find((name) => switches.has(name));
  if (other !== undefined) throw new UsageError(`Cannot use --step with --${other}: ${AGAINST[other]}`, null);
  if (!process.stdout.isTTY) return "shown";
  if (process.stdin.isTTY) return "asked";
  throw new UsageError(
    "Cannot go line by line: the keys come from standard input, which is not a terminal",
    "the same on a terminal, or with | cat, which shows every line without stopping",
  );
}
