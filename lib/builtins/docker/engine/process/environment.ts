/**
 * What a container's programs have in their environment.
 *
 * @module
 */
import { nameOf } from "../../options/variable.ts";
import type { ContainerRecord } from "../container.ts";
import type { LinkedServer } from "../network/links.ts";
import { linkVariables } from "../network/link-variables.ts";

/** Docker's own search path for a container */
export const SEARCH_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** What runc adds where nobody has said: root's, who everyone in here is */
const HOME = "HOME=/root";

/** What a program is given beside what its container has */
interface Program {
  readonly terminal: boolean;
  readonly environment: readonly string[];
}

/**
 * The environment of a program in a container, entry by entry.
 * Source: moby 20.10, `daemon/daemon_unix.go` and `container/env.go`.
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

/** Puts an entry in the place of that of the same name, or at the end; a name alone takes it out */
function replaced(entries: readonly string[], others: readonly string[]): readonly string[] {
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  for (const other of others) {
    if (other.includes("=")) byName.set(nameOf(other), other);
    else byName.delete(other);
  }
  return [...byName.values()];
}
