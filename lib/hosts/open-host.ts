/**
 * A throw-away machine that is up, as the process outside of it sees it.
 *
 * @module
 */
import { type Holder, keepHolding } from "./holder.ts";
import { entering, type HolderIdentity, identifyHolder } from "./holder-identity.ts";
import type { UserNamespace } from "./user-namespace.ts";

/** A host that is up; closing it ends every process in it, and with them its links, rules, mounts and files */
export interface OpenHost extends AsyncDisposable {
  /** Who holds it, for whoever wants to find it again */
  readonly holder: HolderIdentity;
  /** The command line that runs a program in it, as its root */
  enter(argv: readonly string[]): string[];
  /** Ends it at once; idempotent */
  close(): Promise<void>;
  /** Lets it live on without us; the id of the process to kill, for its end */
  leaveOpen(): Promise<number>;
}

/**
 * The host that a holder holds.
 *
 * @param pid the holder's process id, as we see it
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

/** The id is still the holder's, whose parent collects it only as it ends itself; that may have happened just now */
function endHolder(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
