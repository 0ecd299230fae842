/**
 * Names of a Docker host's cgroups: by them whoever finds these after a crash sees that they are nobody's.
 *
 * @module
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

import { processStart } from "../../netlink/process/process-start.ts";

/** A name tells whose it is: `wirework-NAMESPACE-PID-START`, of the holder, and of the process namespace in which it has that id */
const NAME = /^wirework-(\d+)-(\d+)-(\d+)$/;

/** The name of the cgroups of the host that a holder holds, as this process sees it: others see it by another number, or not at all */
export function cgroupName(holder: number, start: string | null): string {
  return `wirework-${processNamespace("self")}-${holder}-${start}`;
}

/** The number of the process namespace that a process is in: none when it has ended, `null` where somebody else's isn't to be seen */
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

/** The machine's own, from which all processes are seen: PROC_PID_INIT_INO of include/linux/proc_ns.h */
const FIRST_NAMESPACE = "4026531836";

/** Anybody may read this of any process: it has an id for each process namespace that sees it, proc_pid_status(5) */
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
