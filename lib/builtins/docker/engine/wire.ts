/**
 * A container's cable: what the article's "How Docker networks a container" says.
 *
 * @module
 */
import { existsSync } from "node:fs";

import type { Ipv4 } from "../../../values/ipv4.ts";
import { randomBelow } from "../../../values/random.ts";
import type { Endpoint } from "./container.ts";
import { ip, ipIn } from "./tools.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A name for the host's end, such as `vethAQI2QT`, that no interface has */
export function newVethName(): string {
  const suffix = Array.from({ length: 6 }, () => LETTERS[randomBelow(LETTERS.length)]).join("");
  const name = `veth${suffix}`;
  return existsSync(`/sys/class/net/${name}`) ? newVethName() : name;
}

/** The hardware address that Docker makes of an IPv4 address: 02:42, locally administered, and its four bytes */
export function macOf(address: Ipv4): string {
  const bytes = address.split(".").map((byte) => Number(byte).toString(16).padStart(2, "0"));
  return ["02", "42", ...bytes].join(":");
}

/**
 * Plugs a container into the bridge: a pair of peers, one end bound to the bridge, the other tossed into the
 * container as its eth0, with a free address and the bridge as its way out.
 *
 * @param network the container's network namespace, open
 * @throws {DockerFailure} with what `ip` said
 */
export function connect({ bridge, address, prefix, gateway, mac, mtu, veth }: Endpoint, network: number): void {
  const namespace = `/proc/${process.pid}/fd/${network}`;
  const peer = ["peer", "name", "eth0", "mtu", `${mtu}`, "address", mac, "netns", namespace];
  ip([
    ["link", "add", veth, "mtu", `${mtu}`, "type", "veth", ...peer],
    ["link", "set", veth, "master", bridge],
    ["link", "set", veth, "up"],
  ]);
  ipIn(namespace, [
    ["addr", "add", `${address}/${prefix}`, "dev", "eth0"],
    ["link", "set", "eth0", "up"],
    ["route", "add", "default", "via", gateway],
  ]);
}
