/**
 * Reads the present state of a watched host.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { chainsIn } from "../labs/live/chains.ts";
import { lookHere } from "../labs/look-here.ts";
import { networkAt } from "../netlink/process/process-identity.ts";
import type { SeenNetwork } from "../netlink/see/network.ts";
import type { Look } from "../resources/look.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { isSettled } from "./lasting.ts";
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
  const networks = new Map(all.map(({ key, label, file }) => [key, networkIn(label, look, file)]));
  const state: State = {
    networks,
    chains: chainsIn(rules ?? ""),
    docker: running === null ? "stopped" : "running",
    containers: (running ?? []).map(({ id, image, status }) => ({ id, image, status })),
    files: filesAt(files),
  };
  return { state, settled: [...networks.values()].every(({ links }) => links.every(isSettled)) };
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
function networkIn(label: string, look: Look, file: string): Network {
  return look.see(file, (seen) => wholeNetwork(label, seen)) ?? { label, links: [], routes: [], rules: [] };
}

/** Reads all of a network that is watched */
export function wholeNetwork(label: string, seen: SeenNetwork): Network {
  return {
    label,
    links: seen.links().map((link) => ({ ...link, addresses: seen.addresses(link.index) })),
    routes: [...seen.routes("inet"), ...seen.routes("inet6")],
    rules: seen.rules("inet"),
  };
}

function entries(): readonly string[] {
  try {
    return readdirSync("/var/run/netns").toSorted();
  } catch {
    return [];
  }
}
