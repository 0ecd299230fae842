/**
 * Assigns addresses to containers.
 *
 * @module
 */
import { addressOf, prefixOf } from "../../../../values/address/cidr.ts";
import type { Ipv4 } from "../../../../values/address/ipv4.ts";
import { hostAt, hostCount } from "../../../../values/address/subnet-hosts.ts";
import { networkOf } from "../../../../values/address/subnet.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import type { Endpoint } from "../container.ts";
import type { Daemon } from "../daemon.ts";
import { readContainers } from "../store.ts";
import { macOf, newVethName } from "./wire.ts";

/** Docker before 1.2 gave the first container the second address, whatever the bridge's own was */
const FIRST = 2;

/**
 * Returns the lowest free address of the bridge's network, with a new cable; `null` when Docker has no
 * bridge.
 *
 * @throws {DaemonFailure} when the network is full, in Docker's words
 */
export function newEndpoint({ bridge }: Daemon): Endpoint | null {
  if (bridge === null) return null;
  const gateway = addressOf(bridge.cidr);
  const taken = new Set<Ipv4>([gateway, ...addressesInUse()]);
  const network = networkOf(bridge.cidr);
  for (let number = FIRST; number <= hostCount(network); number += 1) {
    const address = hostAt(network, number);
    if (taken.has(address)) continue;
    return {
      bridge: bridge.name,
      address,
      prefix: prefixOf(network),
      gateway,
      mac: macOf(address),
      mtu: bridge.mtu,
      veth: newVethName(),
      published: [],
    };
  }
  throw new DaemonFailure(`no available IPv4 addresses on this network's address pools: bridge (${bridge.id})`);
}

function addressesInUse(): readonly Ipv4[] {
  return readContainers().flatMap(({ state, run }) => {
    const address = run?.endpoint?.address;
    return state.status === "running" && address !== undefined ? [address] : [];
  });
}
