/**
 * A network namespace, seen through one socket.
 *
 * @module
 */
import type { Address } from "../../values/address/address.ts";
import type { Family } from "../../values/address/family.ts";
import { FAMILY } from "../addresses/address-message.ts";
import { openNetwork } from "../netns/network.ts";
import { RouteSocket } from "../rtnetlink/route-socket.ts";
import { seeAddresses, type SeenAddress } from "./address.ts";
import { seeLink, seeLinks, type SeenLink, seePorts } from "./link.ts";
import { seeNeighbours, type SeenNeighbour } from "./neighbour.ts";
import { seeRoutes, seeRouteTo, type SeenRoute } from "./route.ts";
import { seeRules, type SeenRule } from "./rule.ts";

/** What there is in a network namespace. Each is asked for when it is called, and nothing else is */
export interface SeenNetwork {
  /** The link of a name; `null` when there is none */
  link(name: string): SeenLink | null;
  links(): readonly SeenLink[];
  /** The ports of a bridge, or of a VRF, by its number */
  ports(master: number): readonly SeenLink[];
  /** Those of a link, by its number */
  addresses(link: number): readonly SeenAddress[];
  /** Those of all tables over a link, by its number; of both families */
  routesOver(link: number): readonly SeenRoute[];
  /** Those of all tables */
  routes(family: Family): readonly SeenRoute[];
  /** The one that a packet to an address takes; `null` when none leads there */
  routeTo(address: Address): SeenRoute | null;
  rules(family: Family): readonly SeenRule[];
  neighbours(): readonly SeenNeighbour[];
}

/**
 * Looks into the network namespace behind a file.
 *
 * @param file of `/proc/PID/ns/net`, or of `/run/netns`
 * @throws {Error} with open(2)'s code: `ENOENT`, `EACCES`; or the kernel's, `EINVAL` where it is none
 */
export function seeNetwork<T>(file: string, read: (network: SeenNetwork) => T): T {
  using network = openNetwork(file);
  using socket = RouteSocket.openIn(network.fd);
  return read({
    link: (name) => seeLink(socket, name),
    links: () => seeLinks(socket),
    ports: (master) => seePorts(socket, master),
    addresses: (link) => seeAddresses(socket, link),
    routesOver: (link) => seeRoutes(socket, { family: FAMILY.any, link }),
    routes: (family) => seeRoutes(socket, { family: FAMILY[family] }),
    routeTo: (address) => seeRouteTo(socket, address),
    rules: (family) => seeRules(socket, family),
    neighbours: () => seeNeighbours(socket),
  });
}
