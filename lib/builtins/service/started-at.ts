import { statSync } from "node:fs";

import { DAEMON_RECORD } from "../docker/engine/daemon.ts";
import { DOCKERD_RECORD } from "./dockerd.ts";

/**
 * Returns the time when a throw-away host's Docker was started, in milliseconds since the epoch; `null` when
 * it is stopped
 */
export function dockerStartedAt(): number | null {
  const times = [DAEMON_RECORD, DOCKERD_RECORD].map((record) => statSync(record, { throwIfNoEntry: false })?.mtimeMs);
  return times.find((time) => time !== undefined) ?? null;
}
