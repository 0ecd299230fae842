/**
 * Opens the sandbox: a throw-away machine in namespaces of its own.
 *
 * @module
 */
import { awaitHolder, startHolder } from "../holder.ts";
import { HostError } from "../host-error.ts";
import { hostHeldBy, type OpenHost } from "../open-host.ts";
import { findRefusal, type UserNamespace, userNamespacesToTry } from "../user-namespace.ts";
import { stage } from "./stage.ts";

/**
 * Opens a sandbox. It ends with this process, even when that is killed.
 *
 * Equivalent to: `unshare --user --map-root-user --net --mount --pid --fork --ipc --uts --kill-child …`
 *
 * @param kept files and folders that must be readable in it, at the same paths
 * @param label see {@linkcode startHolder}
 * @throws {HostError} when this machine allows no namespaces; it names the cause and the line that changes it
 */
export async function openSandbox(kept: readonly string[], label: string | null): Promise<OpenHost> {
  let complaint = "";
  for (const userNamespace of userNamespacesToTry()) {
    using staged = await stage(kept, userNamespace);
    const holder = startHolder(userNamespace, staged.enter, label);
    const pid = await awaitHolder(holder, userNamespace);
    if (pid !== null) return hostHeldBy(holder, pid, userNamespace);
    complaint = (await new Response(holder.stderr).text()).trim();
  }
  throw refused(userNamespacesToTry().at(-1) ?? "none", complaint);
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
