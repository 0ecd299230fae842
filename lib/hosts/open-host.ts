/**
 * A running throw-away machine, seen from the process that opened it.
 *
 * @module
 */
import { type Holder, keepHolding } from "./holder.ts";
import { entering, type HolderIdentity, identifyHolder } from "./holder-identity.ts";
import type { UserNamespace } from "./user-namespace.ts";

/** A running host; closing it ends every process in it, and with them its links, rules, mounts and files */
export interface OpenHost extends AsyncDisposable {
  /** Identifies the holder, so that the host can be found again */
  readonly holder: HolderIdentity;
  /** Returns the command line that runs a program in it, as its root */
  enter(argv: readonly string[]): string[];
  /** Ends the host at once; idempotent */
  close(): Promise<void>;
  /** Lets the host outlive this process; returns the id of the process whose end ends the host */
  leaveOpen(): Promise<number>;
}

/**
 * Returns the host of a holder.
 *
 * @param pid the holder's process id as this process sees it
 */
export function hostHeldBy(holder: Holder, pid: number, userNamespace: UserNamespace): OpenHost {
  const identity = identifyHolder(pid, userNamespace);
  let left = false;
  const close = async () => {
    if (left) return;
    if (holder.exitCode === null && holder.signalCode === null) endHolder(pid);
    await holder.exited;
  };
  const leaveOpen = async () => {
    left = true;
    await keepHolding(holder);
    return pid;
  };
  return {
    holder: identity,
    enter: (argv) => entering(identity, argv),
    close,
    leaveOpen,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * Kills the holder. The id is safe: its parent reaps it only when it ends itself, which may just have
 * happened
 */
function endHolder(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
