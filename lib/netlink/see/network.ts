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

/** The contents of a network namespace. Each method makes its own request when it is called */
export interface SeenNetwork {
  /** The link with a name; `null` when there is none */
  link(name: string): SeenLink | null;
  links(): readonly SeenLink[];
  /** The ports of a bridge or a VRF, by its index */
  ports(master: number): readonly SeenLink[];
  /** The addresses of a link, by its index */
  addresses(link: number): readonly SeenAddress[];
  /** The routes over a link in all tables, by its index; of both families */
  routesOver(link: number): readonly SeenRoute[];
  /** The routes in all tables */
  routes(family: Family): readonly SeenRoute[];
  /** The route of a packet to an address; `null` when no route leads there */
  routeTo(address: Address): SeenRoute | null;
  rules(family: Family): readonly SeenRule[];
  neighbours(): readonly SeenNeighbour[];
}

/**
 * Looks into the network namespace behind a file.
 *
 * @param file `/proc/PID/ns/net`, or an entry of `/run/netns`
 * @throws {Error} with open(2)'s code: `ENOENT`, `EACCES`; or the kernel's, `EINVAL` when it is not a namespace
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
