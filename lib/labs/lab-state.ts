/**
 * Finds out the present state of a lab.
 *
 * @module
 */
import { bootId } from "../hosts/boot-id.ts";
import { ownNamespaces } from "../hosts/own-namespaces.ts";
import { isHolding } from "../hosts/holder-identity.ts";
import { identify } from "../netlink/process/process-identity.ts";
import type { LabContainer, LabRecord } from "./lab-record.ts";

/** The state, with a reason for all but `up` */
export type LabState =
  | { readonly state: "up" }
  | { readonly state: "gone"; readonly why: string }
  /** Its processes, or links, are those of other namespaces of this machine: nobody here can tell whether it is up */
  | { readonly state: "out of sight"; readonly why: string }
  | { readonly state: "needs repair"; readonly why: string }
  /** An interrupted run, on this machine itself */
  | { readonly state: "unfinished"; readonly why: string };

/** Looks at a lab's host and containers */
export function stateOf({ host, containers }: LabRecord): LabState {
  const { boot, seenFrom } = host.kind === "host" ? host : host.holder;
  const here = host.kind === "host" ? ownNamespaces("pid", "net") : ownNamespaces("pid");
  if (boot === bootId() && seenFrom !== here)
    return { state: "out of sight", why: `it was made in ${seenFrom}, and here is ${here}` };
  if (host.kind === "host" && host.stage === "running")
    return { state: "unfinished", why: "its run is going on, or was interrupted" };
  if (boot !== bootId()) return { state: "gone", why: "the machine was rebooted" };
  if (host.kind !== "host" && !isHolding(host.holder)) return { state: "gone", why: "its holder was ended" };
  const changed = containers.filter((container) => !isUnchanged(container));
  if (changed.length === 0) return { state: "up" };
  const names = changed.map(({ name }) => name).join(", ");
  return { state: "needs repair", why: `${names} ${changed.length === 1 ? "has" : "have"} ended or was restarted` };
}

/** Reports whether a container still has the same process and network; the wiring is gone with either */
export function isUnchanged({ process }: LabContainer): boolean {
  if (process === null) return true;
  const now = identify(process.pid);
  return now.start === process.start && now.network === process.network;
}
