/**
 * The environment of a container's programs.
 *
 * @module
 */
import { nameOf } from "../../options/variable.ts";
import type { ContainerRecord } from "../container.ts";
import type { LinkedServer } from "../network/docker-links.ts";
import { linkVariables } from "../network/link-variables.ts";

/** Docker's search path for containers */
export const SEARCH_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** runc's default: root's home, as everybody in here is root */
const HOME = "HOME=/root";

/** A program's settings beside its container's */
interface Program {
  readonly terminal: boolean;
  readonly environment: readonly string[];
}

/**
 * Builds the environment of a program in a container, entry by entry. Source: moby 20.10,
 * `daemon/daemon_unix.go` and `container/env.go`.
 */
export function environmentOf(
  { name, settings }: Pick<ContainerRecord, "name" | "settings">,
  program: Program,
  servers: readonly LinkedServer[],
): readonly string[] {
  const daemons = [
    SEARCH_PATH,
    `HOSTNAME=${settings.hostname}`,
    ...(program.terminal ? ["TERM=xterm"] : []),
    ...servers.flatMap((server) => linkVariables(server, name)),
  ];
  const all = replaced(replaced(daemons, settings.environment), program.environment);
  return all.some((entry) => entry.startsWith("HOME=")) ? all : [...all, HOME];
}

/** Replaces entries of the same names, and appends others; a name alone removes one */
function replaced(entries: readonly string[], others: readonly string[]): readonly string[] {
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  for (const other of others) {
    if (other.includes("=")) byName.set(nameOf(other), other);
    else byName.delete(other);
  }
  return [...byName.values()];
}
