/**
 * Ends programs started by a run on this machine; they outlive a killed run.
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";

import { RUN, runMark } from "../../hosts/machine/environment.ts";
import { openProcess } from "../../netlink/process/process-handle.ts";
import { processStart } from "../../netlink/process/process-start.ts";

/**
 * Kills every process with the run's mark in its environment, and waits until all have ended. Commands of
 * the run inherit that variable; containers, and what `service` starts, do not.
 *
 * Equivalent to: `kill -9 $pid` for each
 */
export async function endCommandsOf(folder: string): Promise<void> {
  const word = `${RUN}=${runMark(folder)}`;
  for (const pid of readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const start = processStart(pid);
    // The start time guards against a reused id between reading and opening
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
