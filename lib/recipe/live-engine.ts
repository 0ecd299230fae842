import type { Performer } from "../shell/line.ts";

/**
 * The version of the engine that a performer's `docker` talks to, as it says it itself: `20.10.24+dfsg1`. `null` when it
 * doesn't: a run does not fail of that.
 *
 * Equivalent to: `docker version --format '{{.Server.Version}}'`
 */
export async function engineVersion(performer: Performer): Promise<string | null> {
  const printed: Uint8Array[] = [];
  const exitCode = await performer.run(["docker", "version", "--format", "{{.Server.Version}}"], {
    input: null,
    window: null,
    output: (chunk) => printed.push(chunk),
    errors: () => {},
  });
  const version = Buffer.concat(printed).toString().trim();
  return exitCode === 0 && version !== "" ? version : null;
}
