/**
 * The bridge: docker0, or one that was made by hand.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { type Cidr, parseCidr } from "../../../values/cidr.ts";
import { newContainerId } from "../../../values/container-id.ts";
import { randomBelow } from "../../../values/random.ts";
import { networkOf, overlaps } from "../../../values/subnet.ts";
import type { DaemonOptions } from "../daemon-options.ts";
import { DockerFailure } from "../failure.ts";
import type { Bridge } from "./daemon.ts";
import { addressOfInterface, connectedNetworks, mtuOfDefaultRoute, nameserverNetworks } from "./interfaces.ts";
import { ip } from "./tools.ts";

const DEFAULT_NAME = "docker0";
const DEFAULT_MTU = 1500;

/** Tried in this order; the first that overlaps no route, and has no name server in it, is docker0's. Docker 1.2,
 * daemon/networkdriver/bridge/driver.go */
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
 * Makes docker0, or takes the bridge that the options name.
 *
 * @returns `null` with `--bridge=none`, which takes docker0 away
 * @throws {DockerFailure} when the bridge of `--bridge` isn't there
 */
export function openBridge(options: DaemonOptions): Bridge | null {
  if (options.bridge === "none") {
    if (existsSync(`/sys/class/net/${DEFAULT_NAME}`)) ip([["link", "del", "dev", DEFAULT_NAME]]);
    return null;
  }
  const name = options.bridge ?? DEFAULT_NAME;
  if (existsSync(`/sys/class/net/${name}`)) return takeOver(name, options);
  if (name !== DEFAULT_NAME)
    throw new DockerFailure(`bridge device with non default name ${name} must be created manually`);
  const cidr = options.bip ?? freeAddress(name);
  const mtu = mtuOf(options);
  ip([
    ["link", "add", "name", name, "address", newMac(), "type", "bridge"],
    ["link", "set", "dev", name, "mtu", `${mtu}`],
    ["addr", "add", cidr, "dev", name],
    ["link", "set", "dev", name, "up"],
  ]);
  return { id: newContainerId(), name, cidr, mtu };
}

/** Of its own: otherwise a bridge has the lowest of its ports' addresses, and another as containers come and go */
function newMac(): string {
  return ["02", "42", ...Array.from({ length: 4 }, () => randomBelow(256).toString(16).padStart(2, "0"))].join(":");
}

/** A bridge that is there keeps its address, unless `--bip` gives it another; one without gets a free one */
function takeOver(name: string, options: DaemonOptions): Bridge {
  if (!existsSync(`/sys/class/net/${name}/bridge`)) {
    throw new DockerFailure(`existing interface ${name} is not a bridge`);
  }
  const present = addressOfInterface(name);
  const cidr = options.bip ?? present ?? freeAddress(name);
  const mtu = mtuOf(options);
  ip([
    ...(present !== null && present !== cidr ? [["addr", "del", present, "dev", name]] : []),
    ...(present !== cidr ? [["addr", "add", cidr, "dev", name]] : []),
    // Somebody else's bridge is left alone: it follows its ports
    ...(options.bridge === null ? [["link", "set", "dev", name, "mtu", `${mtu}`]] : []),
    ["link", "set", "dev", name, "up"],
  ]);
  return { id: newContainerId(), name, cidr, mtu };
}

/** Without `--mtu` that of the way out. Docker 1.2, daemon/config.go, `GetDefaultNetworkMtu` */
function mtuOf({ mtu }: DaemonOptions): number {
  return mtu ?? mtuOfDefaultRoute() ?? DEFAULT_MTU;
}

function freeAddress(name: string): Cidr {
  const taken = [...connectedNetworks(), ...nameserverNetworks()];
  const free = ADDRESSES.map(parseCidr).find((cidr) => !taken.some((network) => overlaps(networkOf(cidr), network)));
  if (free !== undefined) return free;
  throw new DockerFailure(
    `Error starting daemon: Could not find a free IP address range for interface '${name}'. Please configure its address manually and run 'docker -b ${name}'`,
  );
}
