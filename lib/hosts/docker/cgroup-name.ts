/**
 * Names of a Docker host's cgroups. After a crash, the name shows that a cgroup is abandoned.
 *
 * @module
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

import { processStart } from "../../netlink/process/process-start.ts";

/**
 * `wirework-NAMESPACE-PID-START`: the holder's process id and start time, and the process namespace in which
 * it has that id
 */
const NAME = /^wirework-(\d+)-(\d+)-(\d+)$/;

/**
 * Returns the name of a host's cgroups, as seen from this process. In other process namespaces the holder has
 * another id, or none
 */
export function cgroupName(holder: number, start: string | null): string {
  return `wirework-${processNamespace("self")}-${holder}-${start}`;
}

/**
 * The inode of a process's PID namespace; empty when the process has ended, `null` when another user's can't
 * be read
 */
function processNamespace(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`).replaceAll(/\D/g, "");
  } catch (error) {
    return hasEnded(error) ? "" : null;
  }
}

/** Reports whether a cgroup has a host's name */
export function isCgroupName(name: string): boolean {
  return NAME.test(name);
}

/** Reports whether a name is that of a host's cgroups whose holder has ended */
export function isAbandoned(name: string): boolean {
  const [, namespace, holder, start] = NAME.exec(name) ?? [];
  if (namespace === undefined) return false;
  if (namespace === processNamespace("self")) return processStart(Number(holder)) !== start;
  return isNobodysNamespace(namespace);
}

/**
 * The inode of the initial PID namespace, which sees all processes: PROC_PID_INIT_INO in
 * include/linux/proc_ns.h
 */
const FIRST_NAMESPACE = "4026531836";

/**
 * Reports whether a process is in another PID namespace. `NSpid` has one id for each namespace that sees the
 * process, and anybody may read it: proc_pid_status(5)
 */
function isInOther(pid: string): boolean {
  return /^NSpid:(?:\t\d+){2}/m.test(readStatus(pid));
}

function isNobodysNamespace(namespace: string): boolean {
  if (processNamespace("self") !== FIRST_NAMESPACE) return false;
  const others = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && isInOther(entry));
  return others.every((pid) => ![namespace, null].includes(processNamespace(pid)));
}

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "latin1");
  } catch (error) {
    if (hasEnded(error)) return "";
    throw error;
  }
}

function hasEnded(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ESRCH";
}
