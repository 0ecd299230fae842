import { DockerFailure } from "../failure.ts";

/**
 * `--env NAME=VALUE`, or `NAME` alone for the client's own value, which is left out when it has none.
 *
 * @throws {DockerFailure} when there is no name, in Docker's words
 */
export function readEnvironment(entries: readonly string[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry === "" || entry.startsWith("=")) {
      throw new DockerFailure(
        `invalid argument "${entry}" for "-e, --env" flag: invalid environment variable: ${entry}\nSee 'docker run --help'.`,
        125,
      );
    }
    if (entry.includes("=")) return [entry];
    const value = process.env[entry];
    return value === undefined ? [] : [`${entry}=${value}`];
  });
}
