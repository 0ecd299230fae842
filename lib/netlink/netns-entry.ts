/**
 * Entries of `/var/run/netns`, ip-netns(8): names of network namespaces.
 *
 * @module
 */
import { lstatSync, readdirSync, readlinkSync } from "node:fs";

import { networkAt, processName } from "./process/process-identity.ts";

/** An entry: the line that removes it, and the network namespace that it names */
export interface NetnsEntry {
  readonly path: string;
  /** The network namespace; `null` when the entry dangles */
  readonly network: string | null;
  /** A description of the network namespace that it names, or of its wrong target */
  readonly names: string;
  readonly removal: string;
}

/** Returns the entry of a name; `null` when there is none */
export function netnsEntry(name: string): NetnsEntry | null {
  const path = `/var/run/netns/${name}`;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const network = networkAt(path);
  const isMounted = !found.isSymbolicLink() && isNetwork(network);
  return {
    path,
    network,
    names: network === null ? `leads to ${readlinkSync(path)}, which does not exist` : `is ${ownerOf(network)}`,
    removal: isMounted ? `sudo ip netns delete ${name}` : `sudo rm ${path}`,
  };
}

/** Reports whether an id is a namespace's: all namespaces are on one device */
function isNetwork(network: string | null): boolean {
  const [own] = networkAt("/proc/self/ns/net")?.split(":") ?? [];
  return own !== undefined && network?.startsWith(`${own}:`) === true;
}

function ownerOf(network: string): string {
  if (!isNetwork(network)) return "no network namespace";
  if (network === networkAt("/proc/self/ns/net")) return "the network of the host itself";
  const pid = readdirSync("/proc").find(
    (entry) => /^\d+$/.test(entry) && networkAt(`/proc/${entry}/ns/net`) === network,
  );
  return pid === undefined
    ? "a network that no process is in"
    : `the network of process ${pid} (${processName(Number(pid))})`;
}
