/**
 * Docker's own programs on this machine.
 *
 * @module
 */
import { HostError } from "../host-error.ts";
import { MissingProgram } from "../missing-program.ts";

/** Where packages put programs, before places where people put their own */
const PACKAGED_PATH = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin";

/**
 * The client, found as a package brings it, whatever else is first on the search path.
 *
 * @throws {MissingProgram} when there is none: Debian has it in a package of its own since version 13
 */
export function dockerClient(): string {
  const client = Bun.which("docker", { PATH: PACKAGED_PATH });
  if (client !== null) return client;
  throw new MissingProgram(
    "Cannot open a Docker host without Docker's client",
    "there is dockerd, and no docker",
    "sudo apt-get install --yes docker-cli",
  );
}

/** The engine */
export function dockerEngine(): string {
  return Bun.which("dockerd", { PATH: PACKAGED_PATH }) ?? "/usr/sbin/dockerd";
}

/**
 * Only real root can run a `dockerd` in namespaces.
 *
 * @throws {HostError} for anybody else, with the line to type
 */
export function requireRoot(line: readonly string[]): void {
  if (process.geteuid?.() === 0) return;
  throw new HostError(
    "Cannot open a Docker host without root",
    "dockerd itself needs it, in a throw-away host as well; on the sandbox nobody does",
    `sudo ${line.join(" ")}`,
  );
}
