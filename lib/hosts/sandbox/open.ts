/**
 * Opens the sandbox: a throw-away machine in namespaces of its own.
 *
 * @module
 */
import { HostError } from "../host-error.ts";
import { awaitHolder, type Holder, keepHolding, startHolder } from "./holder.ts";
import { stage } from "./stage.ts";
import { findRefusal, type UserNamespace, userNamespacesToTry } from "./user-namespace.ts";

/** A sandbox that is up; closing it ends every process in it, and with them its links, rules, mounts and files */
export interface Sandbox extends AsyncDisposable {
  /** The command line that runs a program in it, as its root */
  enter(argv: readonly string[]): string[];
  /** Ends it at once; idempotent */
  close(): Promise<void>;
  /** Lets it live on without us; the id of the process to kill, for its end */
  leaveOpen(): Promise<number>;
}

/**
 * Opens a sandbox for this process: it ends with it, however that comes.
 *
 * Equivalent to: `unshare --user --map-root-user --net --mount --pid --fork --ipc --uts --kill-child …`
 *
 * @param kept files and folders that must be readable in it, at the same paths
 * @throws {HostError} when this machine lets us make no namespaces: the cause, and the line that changes it
 */
export async function openSandbox(kept: readonly string[]): Promise<Sandbox> {
  let complaint = "";
  for (const userNamespace of userNamespacesToTry()) {
    using staged = await stage(kept, userNamespace);
    const holder = startHolder(userNamespace, staged.enter);
    const pid = await awaitHolder(holder, userNamespace);
    if (pid !== null) return sandboxOf(holder, pid, userNamespace);
    complaint = (await new Response(holder.stderr).text()).trim();
  }
  throw refused(userNamespacesToTry().at(-1) ?? "none", complaint);
}

/** How nsenter(1) joins each kind: with one's own id one is its root already, and may not set groups */
const JOIN: Record<UserNamespace, readonly string[]> = {
  "own id": ["--user", "--preserve-credentials"],
  "unused ids": ["--user"],
  none: [],
};

function sandboxOf(holder: Holder, pid: number, userNamespace: UserNamespace): Sandbox {
  const join = [
    "nsenter",
    `--target=${pid}`,
    ...JOIN[userNamespace],
    "--mount",
    "--net",
    "--pid",
    "--ipc",
    "--uts",
    "--",
  ];
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
    enter: (argv) => [...join, ...argv],
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

function refused(tried: UserNamespace, complaint: string): HostError {
  const refusal = findRefusal();
  const needs = tried === "none" ? "namespaces" : "user namespaces";
  return new HostError(
    `Cannot open a sandbox: this machine does not let this user make ${needs}`,
    refusal?.cause ?? complaint,
    refusal?.tryThis ?? "sudo scripts/wirework …",
  );
}
