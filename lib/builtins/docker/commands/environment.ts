import { type FlagName, invalidArgument } from "../../../programs/docker/options/flag-value.ts";
import { nameOf } from "../options/variable.ts";

const ENV: FlagName = { long: "env", short: "e" };

/**
 * Parses `--env NAME=VALUE`, or `NAME` for the client's own value; a variable that the client lacks is unset.
 * The last value of a name counts. Source: docker/cli 20.10, `opts/env.go`.
 *
 * @throws {FlagError} when there is no name, in Docker's words
 */
export function readEnvironment(entries: readonly string[]): readonly string[] {
  const byName = entries.map((entry): [string, string] => {
    if (entry === "" || entry.startsWith("="))
      throw invalidArgument(ENV, entry, `invalid environment variable: ${entry}`);
    const value = entry.includes("=") ? undefined : process.env[entry];
    return [nameOf(entry), value === undefined ? entry : `${entry}=${value}`];
  });
  return [...new Map(byName).values()];
}
