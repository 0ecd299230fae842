/**
 * Reads addresses and routes in the calling thread's network namespace.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs";

import { FAMILY, IFA } from "../../../../netlink/addresses/address-message.ts";
import { listAddresses } from "../../../../netlink/addresses/list-addresses.ts";
import { linkIndex } from "../../../../netlink/links/find-link.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../../../values/address/ipv4-cidr.ts";
import { reasonAgainstIpv4 } from "../../../../values/address/ipv4.ts";
import { askKernel } from "./ask-kernel.ts";
import { nameservers } from "../../resolv-conf.ts";

/**
 * Returns the first IPv4 address of an interface.
 *
 * Equivalent to: `ip -4 address show dev $name`
 *
 * @returns `null` when it has none
 */
export function addressOfInterface(name: string): Ipv4Cidr | null {
  const [first] = askKernel((socket) => listAddresses(socket, { family: FAMILY.inet, index: linkIndex(socket, name) }));
  const local = first?.attributes.get(IFA.local);
  return first === undefined || local === undefined ? null : parseIpv4Cidr(`${local.join(".")}/${first.prefix}`);
}

/** The networks that the host has routes to, but for the default route */
export function connectedNetworks(): readonly Ipv4Cidr[] {
  return routes()
    .filter(({ mask }) => mask !== EVERYTHING)
    .map(({ destination, mask }) => parseIpv4Cidr(`${dotted(destination)}/${prefixLength(mask)}`));
}

/** The host's name servers, each as a network of one address. Docker 1.2, utils/utils.go, `GetNameserversAsCIDR` */
export function nameserverNetworks(): readonly Ipv4Cidr[] {
  const text = existsSync(RESOLV_CONF) ? readFileSync(RESOLV_CONF, "utf8") : "";
  return nameservers(text)
    .filter((server) => reasonAgainstIpv4(server) === null)
    .map((server) => parseIpv4Cidr(`${server}/32`));
}

/** Returns the MTU of the default route's interface; `null` without one */
export function mtuOfDefaultRoute(): number | null {
  const route = routes().find(({ name, mask }) => mask === EVERYTHING && name !== NOWHERE);
  return route === undefined ? null : Number(readFileSync(`/sys/class/net/${route.name}/mtu`, "utf8"));
}

const RESOLV_CONF = "/etc/resolv.conf";

const EVERYTHING = "00000000";

/** The interface of a rejecting route: `unreachable`, `prohibit`, `blackhole` */
const NOWHERE = "*";

/** Reads the host's routes: proc_net_route, hexadecimal and little-endian */
function routes() {
  const rows = readFileSync("/proc/thread-self/net/route", "utf8").trimEnd().split("\n").slice(1);
  return rows.map((row) => {
    const [name = "", destination = "", , , , , , mask = ""] = row.split("\t");
    return { name, destination, mask };
  });
}

function dotted(hexadecimal: string): string {
  return [...Buffer.from(hexadecimal, "hex")].reverse().join(".");
}

function prefixLength(hexadecimal: string): number {
  return [...Number.parseInt(hexadecimal, 16).toString(2)].filter((bit) => bit === "1").length;
}
