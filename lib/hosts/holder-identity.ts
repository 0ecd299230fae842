/**
 * A holder as anybody finds it again: one process and no other, of one start of the machine.
 *
 * @module
 */
import { openProcess } from "../netlink/process/process-handle.ts";
import { parentOf, processName } from "../netlink/process/process-identity.ts";
import { processStart, processStartEver } from "../netlink/process/process-start.ts";
import { bootId } from "./boot-id.ts";
import type { UserNamespace } from "./user-namespace.ts";

/** Which process holds a host, and how to join it */
export interface HolderIdentity {
  readonly pid: number;
  /** In clock ticks since the machine started; `null` when it had ended already */
  readonly start: string | null;
  /** Which start of the machine that was */
  readonly boot: string;
  readonly userNamespace: UserNamespace;
}

/** How nsenter(1) joins each kind: with one's own id one is its root already, and may not set groups */
const JOIN: Record<UserNamespace, readonly string[]> = {
  "own id": ["--user", "--preserve-credentials"],
  "unused ids": ["--user"],
  none: [],
};

/** What a holder is known by from now on */
export function identifyHolder(pid: number, userNamespace: UserNamespace): HolderIdentity {
  return { pid, start: processStart(pid), boot: bootId(), userNamespace };
}

/** Whether it still holds its host */
export function isHolding({ pid, start, boot }: HolderIdentity): boolean {
  return start !== null && boot === bootId() && processStart(pid) === start;
}

/** The command line that runs a program on the host of a holder, as its root */
export function entering({ pid, userNamespace }: HolderIdentity, argv: readonly string[]): string[] {
  const joined = [...JOIN[userNamespace], "--mount", "--net", "--pid", "--ipc", "--uts"];
  return ["nsenter", `--target=${pid}`, ...joined, "--", ...argv];
}

/**
 * Ends a holder, and with it every process of its host, and waits until they have ended. Does nothing when it has ended, or
 * somebody else has its id by now.
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

/** The process that made the holder's namespaces, and waits for it; `null` when that has ended before it */
function openUnshare(pid: number) {
  const parent = parentOf(pid);
  const start = parent === null ? null : processStartEver(parent);
  return parent === null || start === null || processName(parent) !== "unshare" ? null : openProcess(parent, start);
}
