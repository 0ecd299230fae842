/**
 * What a recipe would take on this machine, and somebody else has: asked before its first step.
 *
 * @module
 */
import type { SeenNetwork } from "../../netlink/see/network.ts";
import type { SeenRoute } from "../../netlink/see/route.ts";
import type { Look } from "../../resources/look.ts";
import { seeIn } from "../../resources/network.ts";
import { normalPrefix } from "../../resources/normal-prefix.ts";
import type { ClaimedAddress, ClaimedRoute, Claims } from "./claims.ts";

/** Interfaces and routes of this machine */
interface Here {
  readonly interfaces: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  readonly routes: readonly SeenRoute[];
}

/** Why a recipe can't have what it takes; empty when all is free */
export async function occupied(claims: Claims, look: Look): Promise<readonly string[]> {
  const { interfaces, routes } = seeIn(look, [], here) ?? { interfaces: [], routes: [] };
  const reasons = [
    ...claims.links.filter((name) => interfaces.some((one) => one.name === name)).map(linkIsThere),
    ...(await takenContainers(claims.containers, look)),
    ...claims.ports
      .filter(isBound)
      .map((port) => `port ${port} of this machine is taken: sudo ss -ltnp 'sport = ${port}'`),
    ...claims.addresses.flatMap((claim) => overlap(claim, claims.removed, routes)),
    ...routes.filter((route) => claims.routes.some((claim) => isSameWay(claim, route))).map(routeIsThere),
    ...claims.networks
      .filter((name) => look.inode(`/var/run/netns/${name}`) !== null)
      .map((name) => `this machine has a network namespace "${name}"`),
  ];
  for (const claim of claims.addresses) {
    const owner = await ownerOf(addressIn(claim), claims.removed, interfaces, look);
    if (owner !== null) reasons.push(`${addressIn(claim)} is in use: ${owner}`);
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

function isSameWay({ family, to }: ClaimedRoute, route: SeenRoute): boolean {
  return route.family === family && route.destination === to;
}

function routeIsThere({ destination, dev }: SeenRoute): string {
  return `this machine has a route to ${destination} already, by ${dev ?? "somewhere"}`;
}

async function takenContainers(names: readonly string[], look: Look): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const taken = await look.text(["docker", "ps", "--all", "--format", "{{.Names}}"]);
  const all = new Set(taken?.split(/[\n,]/));
  return names.filter((name) => all.has(name)).map((name) => `there is a container "${name}"`);
}

/** Whether somebody listens there */
function isBound(port: number): boolean {
  try {
    Bun.listen({ hostname: "0.0.0.0", port, socket: { data: () => {} } }).stop(true);
    return false;
  } catch {
    return true;
  }
}

/** A network of its own that an interface of the host gets must be no other one's, or part of it */
function overlap(
  { address, place }: ClaimedAddress,
  removed: readonly string[],
  routes: readonly SeenRoute[],
): readonly string[] {
  // A network of one address is nobody's to overlap with, and each link has a network of link-local ones: RFC 4291, 2.5.6
  const wanted = normalPrefix(address);
  if (place !== "host" || !wanted.includes("/") || wanted.startsWith("fe80:")) return [];
  const others = routes.filter(({ destination, dev }) => destination !== "default" && !removed.includes(dev ?? ""));
  return others
    .filter(({ destination }) => overlaps(wanted, destination))
    .map(
      ({ destination, dev }) =>
        `${wanted} overlaps with ${destination}, which this machine reaches by ${dev ?? "somewhere"}`,
    );
}

/** Reports whether the network of the longer prefix is in the other one */
function overlaps(one: string, other: string): boolean {
  const [[host, bits], [otherHost, otherBits]] = [halves(one), halves(other)];
  const shorter = Math.min(bits, otherBits);
  return normalPrefix(`${host}/${shorter}`) === normalPrefix(`${otherHost}/${shorter}`);
}

function halves(network: string): [host: string, bits: number] {
  const [host = "", bits] = network.split("/");
  // A single address, of which nothing is a part
  return [host, bits === undefined ? Infinity : Number(bits)];
}

/** Writes an address as the kernel prints it, without its prefix */
function addressIn({ address }: ClaimedAddress): string {
  return normalPrefix(address.replace(/\/.*/, ""));
}

/** Who has an address; `null` when nobody answers for it */
async function ownerOf(
  address: string,
  removed: readonly string[],
  interfaces: Here["interfaces"],
  look: Look,
): Promise<string | null> {
  const own = interfaces.find(({ addresses }) => addresses.includes(address));
  if (own !== undefined) return removed.includes(own.name) ? null : `it is ${own.name}'s`;
  const { dev = null, gateway = null } = seeIn(look, [], (network) => network.routeTo(address)) ?? {};
  if (dev === null || gateway !== null || dev === "lo") return null;
  // Who has it answers the question of ping's ARP, whatever it thinks of ping
  await look.text(["ping", "-c", "1", "-w", "1", "-I", dev, address]);
  const known = seeIn(look, [], (network) => network.neighbours()) ?? [];
  const mac = known.find((one) => one.destination === address && one.dev === dev)?.address ?? null;
  return mac === null ? null : `${mac} on ${dev} answers for it`;
}
