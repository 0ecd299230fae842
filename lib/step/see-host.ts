/**
 * Reads the present state of a watched host.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { chainsIn } from "../labs/live/chains.ts";
import { lookHere } from "../labs/look-here.ts";
import { networkAt } from "../netlink/process/process-identity.ts";
import type { SeenRoute } from "../netlink/see/route.ts";
import type { SeenRule } from "../netlink/see/rule.ts";
import { addressOf } from "../values/address/cidr.ts";
import { printIpPrefix } from "../values/address/ip-notation.ts";
import { isLinkLocal } from "../values/address/subnet.ts";
import type { Look } from "../resources/look.ts";
import { routeWords } from "../resources/route-words.ts";
import { ruleWords } from "../resources/rule-words.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { linksIn } from "./links.ts";
import { filesAt } from "./places.ts";
import { containersOn, type SeenContainer } from "./seen-containers.ts";
import type { Network, State } from "./state.ts";

/** A host's state, and whether its kernel had settled */
export interface Seen {
  readonly state: State;
  readonly settled: boolean;
}

/** Looks once */
export async function seeHost(performer: Performer, files: readonly string[]): Promise<Seen> {
  const look = lookHere(performer);
  const [running, rules] = await Promise.all([containersOn(performer), look.text(["iptables-save"])]);
  const all = [{ key: networkAt(HOST) ?? "", label: "host", file: HOST }, ...namespaces(running ?? [])];
  const networks = all.map(({ key, label, file }) => ({ key, ...networkIn(label, look, file) }));
  const state: State = {
    networks: new Map(networks.map(({ key, network }) => [key, network])),
    chains: chainsIn(rules ?? ""),
    docker: running === null ? "stopped" : "running",
    containers: (running ?? []).map(({ id, image, status }) => ({ id, image, status })),
    files: filesAt(files),
  };
  return { state, settled: networks.every(({ settled }) => settled) };
}

/** The host's own network */
const HOST = "/proc/self/ns/net";

/** Another network than the host's, with its label and a path to it */
interface Namespace {
  readonly key: string;
  readonly label: string;
  readonly file: string;
}

/** Lists the networks of containers, and those with only a name, without duplicates */
function namespaces(containers: readonly SeenContainer[]): readonly Namespace[] {
  const running = containers.filter(({ pid }) => pid > 0);
  const candidates = [
    ...running.map(({ id, pid }) => ({ label: id, file: `/proc/${pid}/ns/net` })),
    ...entries().map((name) => ({ label: name, file: `/var/run/netns/${name}` })),
  ];
  const host = networkAt(HOST) ?? "";
  const known = new Set([host]);
  return candidates.flatMap(({ label, file }) => {
    const key = networkAt(file);
    // The entry may be no namespace: all of those are on one device
    if (key === null || known.has(key) || key.split(":")[0] !== host.split(":")[0]) return [];
    known.add(key);
    return [{ key, label, file }];
  });
}

/** Reads a network; empty when it is gone */
function networkIn(label: string, look: Look, file: string): { readonly network: Network; readonly settled: boolean } {
  const seen = look.see(file, (network) => {
    const { links, settled } = linksIn(network);
    const routes = [...network.routes("inet"), ...network.routes("inet6")].filter(isOwnRoute).map(routeText);
    return { network: { label, links, routes, rules: network.rules("inet").map(ruleText) }, settled };
  });
  return seen ?? { network: { label, links: [], routes: [], rules: [] }, settled: true };
}

/**
 * Reports whether a route was added by hand: not one that comes with each address, nor one of the kernel's
 * per interface
 */
function isOwnRoute({ table, type, destination }: SeenRoute): boolean {
  return table !== "local" && type !== "multicast" && !isLinkLocal(addressOf(destination));
}

/** Formats a route like `ip route`, as far as possible */
function routeText(route: SeenRoute): string {
  return routeWords(route) ?? routeWords({ ...route, unread: null }) ?? printIpPrefix(route.destination);
}

/** Formats a rule like `ip rule`, as far as possible */
function ruleText(rule: SeenRule): string {
  const words = ruleWords(rule) ?? ruleWords({ ...rule, unread: null }) ?? "";
  return words.replace(/^pref (\d+) /, "$1: ");
}

function entries(): readonly string[] {
  try {
    return readdirSync("/var/run/netns").toSorted();
  } catch {
    return [];
  }
}
