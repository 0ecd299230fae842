/**
 * Makes the rich network in the namespaces that it is started in, and prints what is seen of it, and what the real `ip` shows.
 *
 *   bun see-inside.ts
 */
import { mkdirSync } from "node:fs";

import { mount } from "../../../lib/netlink/mount.ts";
import { seeNetwork, type SeenNetwork } from "../../../lib/netlink/see/network.ts";
import type { SeenRoute } from "../../../lib/netlink/see/route.ts";
import type { Looked, State, Way } from "./looked.ts";
import { RICH } from "./rich-network.ts";
import { addressOf, linkOf, neighbourOf, type ShownAddress, type ShownLink, type ShownNeighbour } from "./shown.ts";
import { routeOf, ruleOf, type ShownRoute, type ShownRule } from "./shown-ways.ts";
import { parseAddress } from "../../../lib/values/address/address.ts";

/** On a link, behind a gateway, over several ways, one's own, and those to which a route says that no packet goes */
const ENDS = [
  "10.1.0.7",
  "10.99.0.1",
  "10.9.0.1",
  "10.9.3.1",
  "10.1.0.1",
  "127.0.0.1",
  "10.10.0.1",
  "10.11.0.1",
  "224.0.0.9",
  "fd00::7",
  "fd09::1",
  "2001:db8::1",
  "::1",
  "fd0c::1",
  "fd0d::1",
];

mount("tmpfs", "/run");
mkdirSync("/run/netns");
for (const line of RICH) make(line);
console.log(JSON.stringify(atOneMoment()));

/** What IPv6 does by itself comes a moment late: until it has come, the two need not be the same */
function atOneMoment(): Looked {
  for (;;) {
    const before = shown();
    const looked = { seen: seeNetwork("/proc/self/ns/net", seen), shown: shown() };
    if (JSON.stringify(before) === JSON.stringify(looked.shown)) return looked;
  }
}

function wayOf(route: SeenRoute | null): Way {
  if (route === null) return null;
  const { destination, gateway, dev, source } = route;
  return { destination, gateway, dev, source };
}

function shownWay(end: string): Way {
  const { exitCode, stdout } = Bun.spawnSync(["ip", "-j", "route", "get", end]);
  if (exitCode !== 0) return null;
  const [way] = JSON.parse(stdout.toString()) as readonly (ShownRoute | undefined)[]; // as the real ip has it
  if (way === undefined) return null;
  return wayOf(routeOf({ ...way, flags: way.flags ?? [] }, end.includes(":") ? "inet6" : "inet"));
}

function seen(network: SeenNetwork): State {
  const links = network.links();
  return {
    links,
    addresses: Object.fromEntries(links.map(({ name, index }) => [name, network.addresses(index)])),
    routes: [...network.routes("inet"), ...network.routes("inet6")],
    over: Object.fromEntries(links.map(({ name, index }) => [name, network.routesOver(index)])),
    ways: Object.fromEntries(ENDS.map((end) => [end, wayOf(network.routeTo(parseAddress(end)))])),
    rules: [...network.rules("inet"), ...network.rules("inet6")],
    neighbours: network.neighbours(),
  };
}

function shown(): State {
  const links = ask<ShownLink>("link show");
  const addresses = ask<ShownLink & { readonly addr_info: readonly ShownAddress[] }>("address show");
  const routes = [
    ...ask<ShownRoute>("-4 route show table all").map((one) => routeOf(one, "inet")),
    ...ask<ShownRoute>("-6 route show table all").map((one) => routeOf(one, "inet6")),
  ];
  return {
    links: links.map((one) => linkOf(one, links)),
    addresses: Object.fromEntries(addresses.map((one) => [one.ifname, one.addr_info.map(addressOf)])),
    routes,
    over: Object.fromEntries(links.map(({ ifname }) => [ifname, routes.filter((one) => isOver(one, ifname))])),
    ways: Object.fromEntries(ENDS.map((end) => [end, shownWay(end)])),
    rules: [
      ...ask<ShownRule>("-4 rule show").map((one) => ruleOf(one, "inet")),
      ...ask<ShownRule>("-6 rule show").map((one) => ruleOf(one, "inet6")),
    ],
    neighbours: [...ask<ShownNeighbour>("neighbour show nud all"), ...ask<ShownNeighbour>("neighbour show proxy")].map(
      neighbourOf,
    ),
  };
}

function isOver({ dev, nextHops }: SeenRoute, link: string): boolean {
  return dev === link || nextHops.some((hop) => hop.dev === link);
}

/** In a batch there are no options of single lines */
function make(line: string): void {
  const { exitCode, stderr } = Bun.spawnSync(["ip", ...line.split(" ")]);
  if (exitCode !== 0) throw new Error(`Cannot do "ip ${line}": ${stderr.toString()}`);
}

function ask<Shown>(line: string): readonly Shown[] {
  const { stdout } = Bun.spawnSync(["ip", "-d", "-j", ...line.split(" ")]);
  return JSON.parse(stdout.toString()) as Shown[]; // as the real ip has it
}
