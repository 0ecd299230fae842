/**
 * Finds conflicts between a recipe and this machine before the first step.
 *
 * @module
 */
import type { SeenNetwork } from "../../netlink/see/network.ts";
import type { SeenRoute } from "../../netlink/see/route.ts";
import { ON_HOST } from "../../resources/entering.ts";
import type { Look } from "../../resources/look.ts";
import { seeIn } from "../../resources/network.ts";
import type { Address } from "../../values/address/address.ts";
import { addressOf, type Cidr, prefixOf } from "../../values/address/cidr.ts";
import { ADDRESS_BITS, familyOf } from "../../values/address/family.ts";
import { printIpPrefix } from "../../values/address/ip-notation.ts";
import { isLinkLocal, networkOf, overlaps } from "../../values/address/subnet.ts";
import type { ClaimedAddress, Claims } from "./planned-claims.ts";

/** Interfaces and routes of this machine */
interface Here {
  readonly interfaces: readonly { readonly name: string; readonly addresses: readonly Address[] }[];
  readonly routes: readonly SeenRoute[];
}

/** Returns the reasons why a recipe can't run here; empty when everything that it uses is free */
export async function occupied(claims: Claims, look: Look): Promise<readonly string[]> {
  const { interfaces, routes } = seeIn(look, ON_HOST, here) ?? { interfaces: [], routes: [] };
  const reasons = [
    ...claims.links.filter((name) => interfaces.some((one) => one.name === name)).map(linkIsThere),
    ...(await takenContainers(claims.containers, look)),
    ...claims.ports
      .filter(isBound)
      .map((port) => `port ${port} of this machine is taken: sudo ss -ltnp 'sport = ${port}'`),
    ...claims.addresses.flatMap((claim) => overlap(claim, claims.removed, routes)),
    ...routes.filter(({ destination }) => claims.routes.includes(destination)).map(routeIsThere),
    ...claims.networks
      .filter((name) => look.inode(`/var/run/netns/${name}`) !== null)
      .map((name) => `this machine has a network namespace "${name}"`),
  ];
  for (const address of claims.addresses.map((claim) => addressOf(claim.address))) {
    const owner = await ownerOf(address, claims.removed, interfaces, look);
    if (owner !== null) reasons.push(`${address} is in use: ${owner}`);
  }
  return reasons;
}

function here(network: SeenNetwork): Here {
  return {
    interfaces: network
      .links()
      .map(({ name, index }) => ({ name, addresses: network.addresses(index).map(({ local }) => local) })),
    routes: [...network.routes("inet"), ...network.routes("inet6")].filter(({ table }) => table === "main"),
  };
}

function linkIsThere(name: string): string {
  return `this machine has an interface "${name}"`;
}

/** Names the interface of a route, unless it has none, such as a blackhole */
function through(dev: string | null): string {
  return dev === null ? "" : ` through ${dev}`;
}

function routeIsThere({ destination, dev }: SeenRoute): string {
  return `this machine already has a route to ${printIpPrefix(destination)}${through(dev)}`;
}

async function takenContainers(names: readonly string[], look: Look): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const taken = await look.text(["docker", "ps", "--all", "--format", "{{.Names}}"]);
  const all = new Set(taken?.split(/[\n,]/));
  return names.filter((name) => all.has(name)).map((name) => `this machine has a container "${name}"`);
}

/** Reports whether a port is in use */
function isBound(port: number): boolean {
  try {
    Bun.listen({ hostname: "0.0.0.0", port, socket: { data: () => {} } }).stop(true);
    return false;
  } catch {
    return true;
  }
}

/** Finds networks of the machine that overlap with a network on one of the recipe's interfaces */
function overlap(
  { address, place }: ClaimedAddress,
  removed: readonly string[],
  routes: readonly SeenRoute[],
): readonly string[] {
  // A network of one address is nobody's to overlap with, and each link has a network of link-local ones: RFC 4291, 2.5.6
  if (place !== "host" || isAlone(address) || isLinkLocal(addressOf(address))) return [];
  const wanted = networkOf(address);
  const others = routes.filter(({ destination, dev }) => prefixOf(destination) > 0 && !removed.includes(dev ?? ""));
  return others
    .filter(({ destination }) => overlaps(wanted, destination))
    .map(
      ({ destination, dev }) =>
        `${wanted} overlaps with ${printIpPrefix(destination)}, to which this machine has a route${through(dev)}`,
    );
}

function isAlone(address: Cidr): boolean {
  return prefixOf(address) === ADDRESS_BITS[familyOf(address)];
}

/** Finds the owner of an address; `null` when nobody answers for it */
async function ownerOf(
  address: Address,
  removed: readonly string[],
  interfaces: Here["interfaces"],
  look: Look,
): Promise<string | null> {
  const own = interfaces.find(({ addresses }) => addresses.includes(address));
  if (own !== undefined) return removed.includes(own.name) ? null : `it is ${own.name}'s`;
  const { dev = null, gateway = null } = seeIn(look, ON_HOST, (network) => network.routeTo(address)) ?? {};
  if (dev === null || gateway !== null || dev === "lo") return null;
  // Its owner answers ARP even when it drops pings
  await look.text(["ping", "-c", "1", "-w", "1", "-I", dev, address]);
  const known = seeIn(look, ON_HOST, (network) => network.neighbours()) ?? [];
  const mac = known.find((one) => one.destination === address && one.dev === dev)?.address ?? null;
  return mac === null ? null : `${mac} on ${dev} answers for it`;
}
