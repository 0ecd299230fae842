/**
 * Finds Docker's programs on this machine.
 *
 * @module
 */
import { HostError } from "../host-error.ts";
import { MissingProgram } from "../missing-program.ts";

/** Search path with packaged programs before locally installed ones */
const PACKAGED_PATH = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin";

/**
 * Finds Docker's client as packages install it, whatever comes first on the user's search path.
 *
 * @throws {MissingProgram} when there is none: since Debian 13 it is in a package of its own
 */
export function dockerClient(): string {
  const client = Bun.which("docker", { PATH: PACKAGED_PATH });
  if (client !== null) return client;
  throw new MissingProgram(
    "Cannot open a Docker host without Docker's client",
    "dockerd is installed, but docker is not",
    "sudo apt-get install --yes docker-cli",
  );
}

/** Finds the Docker engine, `dockerd` */
export function dockerEngine(): string {
  return Bun.which("dockerd", { PATH: PACKAGED_PATH }) ?? "/usr/sbin/dockerd";
}

/**
 * Requires real root: nobody else can run a `dockerd` in namespaces.
 *
 * @throws {HostError} for other users, with the line to type
 */
export function requireRoot(line: readonly string[]): void {
  if (process.geteuid?.() === 0) return;
  throw new HostError(
    "Cannot open a Docker host without root",
    "dockerd needs root even on a throw-away host; the sandbox does not",
    `sudo ${line.join(" ")}`,
  );
}
