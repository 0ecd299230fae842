/**
 * Identifies a holder by process id, start time and boot, so that it can be found again.
 *
 * @module
 */
import { openProcess } from "../netlink/process/process-handle.ts";
import { parentOf, processName } from "../netlink/process/process-identity.ts";
import { processStart, processStartEver } from "../netlink/process/process-start.ts";
import { bootId } from "./boot-id.ts";
import { ownNamespaces } from "./own-namespaces.ts";
import type { UserNamespace } from "./user-namespace.ts";

/** The process that holds a host, and how to join it */
export interface HolderIdentity {
  readonly pid: number;
  /** Clock ticks since boot; `null` when the process had already ended */
  readonly start: string | null;
  /** The boot id of that time */
  readonly boot: string;
  /** The PID namespace in which that is its id, `ownNamespaces("pid")` */
  readonly seenFrom: string;
  readonly userNamespace: UserNamespace;
}

/**
 * Options with which nsenter(1) joins each kind of user namespace: with one's own id one is root there
 * already, and may not set groups
 */
const JOIN: Record<UserNamespace, readonly string[]> = {
  "own id": ["--user", "--preserve-credentials"],
  "unused ids": ["--user"],
  none: [],
};

/** Records what identifies a holder */
export function identifyHolder(pid: number, userNamespace: UserNamespace): HolderIdentity {
  return { pid, start: processStart(pid), boot: bootId(), seenFrom: ownNamespaces("pid"), userNamespace };
}

/** Reports whether a holder still holds its host */
export function isHolding({ pid, start, boot }: HolderIdentity): boolean {
  return start !== null && boot === bootId() && processStart(pid) === start;
}

/** Returns the command line that runs a program on a holder's host, as root there */
export function entering({ pid, userNamespace }: HolderIdentity, argv: readonly string[]): string[] {
  const joined = [...JOIN[userNamespace], "--mount", "--net", "--pid", "--ipc", "--uts"];
  return ["nsenter", `--target=${pid}`, ...joined, "--", ...argv];
}

/**
 * Kills a holder, and with it every process of its host, and waits until they have ended. Does nothing when
 * the holder has ended, or another process has its id by now.
 *
 * Equivalent to: `kill -9 $pid`
 */
export async function endHeldHost({ pid, start, boot }: HolderIdentity): Promise<void> {
  if (start === null || boot !== bootId()) return;
  using holder = openProcess(pid, start);
  if (holder === null) return;
  using parent = openUnshare(pid);
  holder.signal("SIGKILL");
  await holder.ended();
  await parent?.ended();
}

/** Opens the holder's parent: the `unshare` that waits for it. `null` when that has ended first */
function openUnshare(pid: number) {
  const parent = parentOf(pid);
  const start = parent === null ? null : processStartEver(parent);
  return parent === null || start === null || processName(parent) !== "unshare" ? null : openProcess(parent, start);
}
