/**
 * Finds out whether this machine's Docker reads `/etc/default/docker`.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs";

import { machineEnvironment } from "./environment.ts";

/** The file that the article uses for the daemon's options */
export const DEFAULT_FILE = "/etc/default/docker";

const VARIABLE = "DOCKER_OPTS";
const INIT_SCRIPT = "/etc/init.d/docker";

/**
 * Returns the reason why Docker ignores that file: systemd's unit, or else the init script, does not use the
 * variable. `null` when Docker reads it.
 *
 * Equivalent to: `systemctl cat docker | grep DOCKER_OPTS`
 */
export function reasonAgainstDefaultFile(): string | null {
  if (existsSync("/run/systemd/system")) {
    const { stdout } = Bun.spawnSync(["systemctl", "cat", "docker"], { env: machineEnvironment() });
    return stdout.toString().includes(VARIABLE) ? null : `systemctl cat docker has no ${VARIABLE}`;
  }
  if (!existsSync(INIT_SCRIPT)) return `there is neither systemd nor ${INIT_SCRIPT}`;
  return readFileSync(INIT_SCRIPT, "utf8").includes(VARIABLE) ? null : `${INIT_SCRIPT} has no ${VARIABLE}`;
}
