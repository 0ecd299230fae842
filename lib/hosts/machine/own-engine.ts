/**
 * Checks that this machine's own Docker runs, and runs its containers on this machine.
 *
 * @module
 */
import { readFileSync, readlinkSync } from "node:fs";

import { HostError } from "../host-error.ts";
import { MissingProgram } from "../missing-program.ts";
import { SYSTEM_PATH } from "../programs.ts";
import { machineEnvironment } from "./environment.ts";

const RUN = "Cannot run on this machine";

/** The fields used of `docker info` */
interface Info {
  readonly OperatingSystem?: string;
  readonly SecurityOptions?: readonly string[] | null;
}

/**
 * Requires an engine whose containers are processes of this machine, and whose bridges are in this process's
 * network namespace.
 *
 * Equivalent to: `docker context inspect`, and `docker info`
 *
 * @throws {HostError} when there is no engine, it does not answer, or it is elsewhere
 */
export function requireOwnEngine(): void {
  if (Bun.which("docker", { PATH: SYSTEM_PATH }) === null)
    throw new MissingProgram(
      `${RUN} without Docker`,
      "docker is not installed",
      "sudo apt-get install --yes docker.io",
    );
  const endpoint = ask(["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"]);
  if (!endpoint.startsWith("unix://"))
    throw new HostError(
      `${RUN}: docker connects to another machine`,
      `its endpoint is ${endpoint}, but a recipe wires processes of this machine`,
      "unset DOCKER_HOST DOCKER_CONTEXT; docker context use default",
    );
  const elsewhere = placeElsewhere(JSON.parse(ask(["info", "--format", "{{json .}}"])) as Info); // Docker's own format
  if (elsewhere !== null)
    throw new HostError(
      `${RUN}: its Docker runs containers elsewhere`,
      elsewhere,
      "--on docker, or the package docker.io",
    );
}

/**
 * Runs docker, and returns what it prints.
 *
 * @throws {HostError} with Docker's own message
 */
function ask(args: readonly string[]): string {
  const { exitCode, stdout, stderr } = Bun.spawnSync(["docker", ...args], { env: machineEnvironment() });
  if (exitCode === 0) return stdout.toString().trim();
  throw new HostError(`${RUN}: its Docker does not answer`, stderr.toString().trim(), "sudo service docker start");
}

/** Returns where the engine's containers are, when not in this process's network; else `null` */
function placeElsewhere({ OperatingSystem, SecurityOptions }: Info): string | null {
  if (OperatingSystem === "Docker Desktop") return "Docker Desktop runs them in a virtual machine";
  if ((SecurityOptions ?? []).some((option) => option.startsWith("name=rootless")))
    return "a rootless engine runs them in its own network namespace";
  const network = networkOfDaemon();
  return network === null || network === readlinkSync("/proc/self/ns/net")
    ? null
    : "dockerd is in another network namespace than this command";
}

/**
 * The network namespace of the daemon; `null` when its pid file is missing, or another process has that id by
 * now
 */
function networkOfDaemon(): string | null {
  try {
    const pid = Number(readFileSync("/var/run/docker.pid", "utf8"));
    const isDaemon = readFileSync(`/proc/${pid}/comm`, "utf8") === "dockerd\n";
    return isDaemon ? readlinkSync(`/proc/${pid}/ns/net`) : null;
  } catch {
    return null;
  }
}
