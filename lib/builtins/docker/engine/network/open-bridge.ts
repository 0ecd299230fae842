/**
 * The bridge: docker0, or one created by hand.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { addAddress, deleteAddress } from "../../../../netlink/addresses/add-address.ts";
import { addBridge } from "../../../../netlink/links/add-bridge.ts";
import { deleteLink } from "../../../../netlink/links/delete-link.ts";
import { findLink, linkIndex } from "../../../../netlink/links/find-link.ts";
import { setLink } from "../../../../netlink/links/set-link.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../../../values/address/ipv4-cidr.ts";
import { newContainerId } from "../../../../values/name/container-id.ts";
import { randomBelow } from "../../../../values/random.ts";
import { networkOf, overlaps } from "../../../../values/address/subnet.ts";
import type { DaemonOptions } from "../../options/daemon-options.ts";
import { DockerFailure } from "../../../../programs/docker/failure.ts";
import type { Bridge } from "../daemon.ts";
import { askKernel } from "./ask-kernel.ts";
import { addressOfInterface, connectedNetworks, mtuOfDefaultRoute, nameserverNetworks } from "./interfaces.ts";

const DEFAULT_NAME = "docker0";
const DEFAULT_MTU = 1500;

/**
 * Candidates in order; docker0 gets the first that overlaps with no route and contains no name server. Docker
 * 1.2, daemon/networkdriver/bridge/driver.go
 */
const ADDRESSES: readonly string[] = [
  "172.17.42.1/16",
  "10.0.42.1/16",
  "10.1.42.1/16",
  "10.42.42.1/16",
  "172.16.42.1/24",
  "172.16.43.1/24",
  "172.16.44.1/24",
  "10.0.42.1/24",
  "10.0.43.1/24",
  "10.0.44.1/24",
  "192.168.42.1/24",
  "192.168.43.1/24",
  "192.168.44.1/24",
];

/**
 * Creates docker0, or adopts the bridge that the options name.
 *
 * @returns `null` with `--bridge=none`, which deletes docker0
 * @throws {DockerFailure} when the bridge of `--bridge` does not exist
 */
export function openBridge(options: DaemonOptions): Bridge | null {
  if (options.bridge === "none") {
    askKernel((socket) => {
      const link = findLink(socket, DEFAULT_NAME);
      if (link !== null) socket.run(deleteLink(link.index));
    });
    return null;
  }
  const name = options.bridge ?? DEFAULT_NAME;
  if (existsSync(`/sys/class/net/${name}`)) return takeOver(name, options);
  if (name !== DEFAULT_NAME)
    throw new DockerFailure(`bridge device with non default name ${name} must be created manually`);
  const cidr = options.bip ?? freeAddress(name);
  const mtu = mtuOf(options);
  askKernel((socket) => {
    socket.run(addBridge({ name, address: newMac() }));
    const index = linkIndex(socket, name);
    socket.run(setLink(index, { mtu }));
    socket.run(addAddress({ index, address: cidr }));
    socket.run(setLink(index, { state: "up" }));
  });
  return { id: newContainerId(), name, cidr, mtu };
}

/**
 * Generates an address for the bridge: without one it has the lowest of its ports' addresses, which changes
 * as containers come and go
 */
function newMac(): Uint8Array {
  return Uint8Array.of(0x02, 0x42, ...Array.from({ length: 4 }, () => randomBelow(256)));
}

/**
 * Adopts an existing bridge, which keeps its address unless `--bip` gives another one; a bridge without an
 * address gets a free one
 */
function takeOver(name: string, options: DaemonOptions): Bridge {
  if (!existsSync(`/sys/class/net/${name}/bridge`)) {
    throw new DockerFailure(`existing interface ${name} is not a bridge`);
  }
  const present = addressOfInterface(name);
  const cidr = options.bip ?? present ?? freeAddress(name);
  const mtu = mtuOf(options);
  askKernel((socket) => {
    const index = linkIndex(socket, name);
    if (present !== null && present !== cidr) socket.run(deleteAddress({ index, address: present }));
    if (present !== cidr) socket.run(addAddress({ index, address: cidr }));
    // A foreign bridge is left alone: its MTU follows its ports
    if (options.bridge === null) socket.run(setLink(index, { mtu }));
    socket.run(setLink(index, { state: "up" }));
  });
  return { id: newContainerId(), name, cidr, mtu };
}

/** Returns the MTU; by default that of the default route. Docker 1.2, daemon/config.go, `GetDefaultNetworkMtu` */
function mtuOf({ mtu }: DaemonOptions): number {
  return mtu ?? mtuOfDefaultRoute() ?? DEFAULT_MTU;
}

function freeAddress(name: string): Ipv4Cidr {
  const taken = [...connectedNetworks(), ...nameserverNetworks()];
  const free = ADDRESSES.map(parseIpv4Cidr).find(
    (cidr) => !taken.some((network) => overlaps(networkOf(cidr), network)),
  );
  if (free !== undefined) return free;
  throw new DockerFailure(
    `Error starting daemon: Could not find a free IP address range for interface '${name}'. Please configure its address manually and run 'docker -b ${name}'`,
  );
}
