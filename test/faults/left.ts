/**
 * What is left of a host whose run was stopped.
 */
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

import { hierarchies } from "../../lib/hosts/docker/cgroups.ts";
import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { processStart } from "../../lib/netlink/process/process-start.ts";
import type { Mark } from "../support/mark.ts";
import type { Reached } from "../support/terminal/stop-at-command.ts";

/** How long it may take until nothing is left, where others keep the machine busy */
const GONE_WITHIN = 10_000;

/** What is left of a host that was stopped at a moment, in seconds since the machine started */
const LEFT: Record<ThrowAwayKind, (reached: Reached, stopped: number) => readonly string[]> = {
  // Those of its containers are in its user namespace, too; root has one without where there is none to be had
  sandbox: ({ namespace }, stopped) =>
    namespace === userNamespaceOf("self")
      ? []
      : readdirSync("/proc").filter((pid) => isIn(namespace, pid) && startOf(pid) <= stopped),
  // Those of its containers are in its cgroups
  docker: ({ cgroup }) => cgroupsOf(cgroup).flatMap(processesBelow),
};

/** The processes that are left of a host, after some time, in words */
export async function leftOf(on: ThrowAwayKind, reached: Reached, mark: Mark): Promise<readonly string[]> {
  // A namespace's number is used again, by sandboxes of other tests
  const stopped = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  for (const deadline = performance.now() + GONE_WITHIN; ; await Bun.sleep(5)) {
    const own = mark.processes().map(({ pid, command }) => `${pid}, ${command}`);
    const left = [...own, ...LEFT[on](reached, stopped)].map((process) => `process ${process}`);
    if (left.length === 0 || performance.now() > deadline) return left;
  }
}

/** The cgroups of a Docker host that are there; a sandbox has none */
export function cgroupsOf(name: string | null): readonly string[] {
  if (name === null) return [];
  return hierarchies()
    .map((folder) => join(folder, name))
    .filter((folder) => existsSync(folder));
}

function isIn(namespace: string, pid: string): boolean {
  return /^\d+$/.test(pid) && userNamespaceOf(pid) === namespace && !hasEnded(pid);
}

function userNamespaceOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/ns/user`);
  } catch {
    // It has ended, or is somebody else's
    return "";
  }
}

/** In seconds since the machine started, proc_pid_stat(5); later than all where it has ended */
function startOf(pid: string): number {
  const start = processStart(Number(pid));
  return start === null ? Infinity : Number(start) / TICKS;
}

/** A second's, for all that the kernel tells: sysconf(_SC_CLK_TCK) */
const TICKS = 100;

/** Who is killed leaves children that have ended to the machine's first process, which may take its time to collect them */
function hasEnded(pid: string): boolean {
  try {
    return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "latin1"));
  } catch {
    return true;
  }
}

function processesBelow(folder: string): readonly string[] {
  try {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const own = readFileSync(join(folder, "cgroup.procs"), "utf8").match(/\d+/g) ?? [];
    return [
      ...own.map((pid) => `${pid} in ${folder}`),
      ...folders.flatMap(({ name }) => processesBelow(join(folder, name))),
    ];
  } catch {
    // Removed meanwhile
    return [];
  }
}
