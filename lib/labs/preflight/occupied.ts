/**
 * What a recipe would take on this machine, and somebody else has: asked before its first step.
 *
 * @module
 */
import type { Look } from "../../resources/look.ts";
import { parseCidr, prefixOf } from "../../values/cidr.ts";
import { networkOf, overlaps } from "../../values/subnet.ts";
import type { ClaimedAddress, Claims } from "./claims.ts";

/** What is read of `ip -json address`, `route` and `neighbour` */
type Interfaces = readonly { readonly ifname: string; readonly addr_info: readonly { readonly local?: string }[] }[];
type Routes = readonly { readonly dst: string; readonly dev?: string; readonly gateway?: string }[];
type Neighbours = readonly { readonly lladdr?: string; readonly state?: readonly string[] }[];

/** A network of one address is nobody's to overlap with */
const WHOLE_ADDRESS = 32;

/** Why a recipe can't have what it takes; empty when all is free */
export async function occupied(claims: Claims, look: Look): Promise<readonly string[]> {
  const interfaces = await ask<Interfaces>(look, ["ip", "-json", "address", "show"]);
  const routes = await ask<Routes>(look, ["ip", "-json", "route", "show"]);
  const reasons = [
    ...claims.links.filter((name) => interfaces.some(({ ifname }) => ifname === name)).map(linkIsThere),
    ...(await takenContainers(claims.containers, look)),
    ...claims.ports
      .filter(isBound)
      .map((port) => `port ${port} of this machine is taken: sudo ss -ltnp 'sport = ${port}'`),
    ...claims.addresses.flatMap((claim) => overlap(claim, claims.removed, routes)),
    ...routes.filter(({ dst }) => claims.routes.includes(dst)).map(routeIsThere),
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

async function ask<T>(look: Look, argv: readonly [string, ...string[]]): Promise<T> {
  return JSON.parse((await look.text(argv)) ?? "[]") as T; // iproute2's own format
}

function linkIsThere(name: string): string {
  return `this machine has an interface "${name}"`;
}

function routeIsThere({ dst, dev = "somewhere" }: Routes[number]): string {
  return `this machine has a route to ${dst} already, by ${dev}`;
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
function overlap({ address, place }: ClaimedAddress, removed: readonly string[], routes: Routes): readonly string[] {
  if (place !== "host" || !address.includes("/")) return [];
  const wanted = parseCidr(address);
  if (prefixOf(wanted) === WHOLE_ADDRESS) return [];
  const others = routes.filter(({ dst, dev = "" }) => dst !== "default" && !removed.includes(dev));
  return others
    .filter(({ dst }) => overlaps(wanted, parseCidr(dst.includes("/") ? dst : `${dst}/${WHOLE_ADDRESS}`)))
    .map(
      ({ dst, dev = "somewhere" }) => `${networkOf(wanted)} overlaps with ${dst}, which this machine reaches by ${dev}`,
    );
}

function addressIn({ address }: ClaimedAddress): string {
  return address.replace(/\/.*/, "");
}

/** Who has an address; `null` when nobody answers for it */
async function ownerOf(
  address: string,
  removed: readonly string[],
  interfaces: Interfaces,
  look: Look,
): Promise<string | null> {
  const own = interfaces.find(({ addr_info }) => addr_info.some(({ local }) => local === address));
  if (own !== undefined) return removed.includes(own.ifname) ? null : `it is ${own.ifname}'s`;
  const [route] = await ask<Routes>(look, ["ip", "-json", "route", "get", address]);
  if (route?.dev === undefined || route.gateway !== undefined || route.dev === "lo") return null;
  // Who has it answers the question of ping's ARP, whatever it thinks of ping
  await look.text(["ping", "-c", "1", "-w", "1", "-I", route.dev, address]);
  const [neighbour] = await ask<Neighbours>(look, ["ip", "-json", "neighbour", "show", address, "dev", route.dev]);
  return neighbour?.lladdr === undefined ? null : `${neighbour.lladdr} on ${route.dev} answers for it`;
}
