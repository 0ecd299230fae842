/**
 * Connects a container to the bridge, as the article's "How Docker networks a container" describes.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { addAddress } from "../../../../netlink/addresses/add-address.ts";
import { addVeth } from "../../../../netlink/links/add-veth.ts";
import { linkIndex } from "../../../../netlink/links/find-link.ts";
import { settleLink } from "../../../../netlink/links/settle-link.ts";
import { setLink } from "../../../../netlink/links/set-link.ts";
import { addRoute } from "../../../../netlink/routes/add-route.ts";
import { parseIpv4Cidr } from "../../../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../../../values/address/ipv4.ts";
import { macBytes, parseMac } from "../../../../values/address/mac.ts";
import { randomBelow } from "../../../../values/random.ts";
import type { Endpoint } from "../container.ts";
import { askKernel, askKernelIn } from "./ask-kernel.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Generates an unused name for the host's end, such as `vethAQI2QT` */
export function newVethName(): string {
  const suffix = Array.from({ length: 6 }, () => LETTERS[randomBelow(LETTERS.length)]).join("");
  const name = `veth${suffix}`;
  return existsSync(`/sys/class/net/${name}`) ? newVethName() : name;
}

/**
 * Returns the hardware address that Docker derives from an IPv4 address: 02:42, locally administered, and its
 * four bytes
 */
export function macOf(address: Ipv4): string {
  const bytes = address.split(".").map((byte) => Number(byte).toString(16).padStart(2, "0"));
  return ["02", "42", ...bytes].join(":");
}

/**
 * Connects a container to the bridge by a veth pair: one end becomes a port of the bridge, the other is moved
 * to the container as its eth0, with a free address and a default route through the bridge.
 *
 * @param network the container's network namespace, open
 * Equivalent to: `ip link add $veth type veth peer name eth0 netns $network`, `ip link set $veth master
 * $bridge up`, and in the container `ip addr add $address/$prefix dev eth0`, `ip link set eth0 up`, `ip route
 * add default via $gateway`
 *
 * @throws {DaemonFailure} with the kernel's answer, in `ip`'s words
 */
export function connect({ bridge, address, prefix, gateway, mac, mtu, veth }: Endpoint, network: number): void {
  askKernel((host) => {
    const master = linkIndex(host, bridge);
    host.run(
      addVeth({ name: veth, mtu, master }, { name: "eth0", mtu, address: macBytes(parseMac(mac)), netns: network }),
    );
    host.run(setLink(linkIndex(host, veth), { state: "up" }));
  });
  askKernelIn(network, (container) => {
    const link = linkIndex(container, "eth0");
    container.run(addAddress({ index: link, address: parseIpv4Cidr(`${address}/${prefix}`) }));
    container.run(setLink(link, { state: "up" }));
    settleLink(container, "eth0");
    container.run(addRoute({ destination: "default", gateway }));
  });
  // Carrier is complete only now that both ends are up
  askKernel((host) => settleLink(host, veth));
}
