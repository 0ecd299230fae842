/**
 * Programs that a run on this machine has started, and that run on when it is killed.
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";

import { RUN_JOURNAL } from "../../hosts/machine/environment.ts";
import { openProcess } from "../../netlink/process/process-handle.ts";
import { processStart } from "../../netlink/process/process-start.ts";

/**
 * Ends every process that has the run's journal in its environment, as all have that its commands started, and waits until
 * they have ended. Containers, and what `service` starts, have an environment of their own.
 *
 * Equivalent to: `kill -9 $pid` for each
 */
export async function endCommandsOf(journal: string): Promise<void> {
  const word = `${RUN_JOURNAL}=${journal}`;
  for (const pid of readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const start = processStart(pid);
    // Both are read of the same process, or it is not the one that is opened
    if (start === null || pid === process.pid || !environmentOf(pid).includes(word)) continue;
    using found = openProcess(pid, start);
    found?.signal("SIGKILL");
    await found?.ended();
  }
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    // It has just ended
    return [];
  }
}
