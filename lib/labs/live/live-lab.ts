/**
 * What a lab holds, as it is at this moment; seen from its host.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { netnsEntry } from "../../netlink/netns-entry.ts";
import { nameOf, pidOf } from "../../recipe/containers.ts";
import { runningIds } from "../../recipe/run/lab-report.ts";
import type { Look } from "../../resources/look.ts";
import type { Performer } from "../../shell/template/line.ts";
import { parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { hostCount } from "../../values/address/subnet-hosts.ts";
import { lookHere } from "../look-here.ts";
import { chainsIn, type LiveChain } from "./chains.ts";
import { interfacesOf, type LiveInterface } from "./interfaces.ts";

/** A lab's host, and what is on it */
export interface LiveLab {
  readonly containers: readonly LiveContainer[];
  /** Of the host's own network */
  readonly links: readonly LiveInterface[];
  readonly bridges: readonly LiveBridge[];
  readonly chains: readonly LiveChain[];
  /** Of `/var/run/netns` */
  readonly netns: readonly LiveEntry[];
}

/** A container that runs */
export interface LiveContainer {
  /** Its first 12 digits */
  readonly id: string;
  readonly name: string;
  readonly interfaces: readonly LiveInterface[];
}

/** A bridge, and the interfaces that are bound to it */
export interface LiveBridge {
  readonly name: string;
  /** How many addresses its network has for the host and for containers; 0 where it has none itself */
  readonly usable: number;
  readonly members: readonly string[];
}

/** A name for a network namespace, and whose that is, in words */
export interface LiveEntry {
  readonly name: string;
  readonly names: string;
}

/** Looks at the host that this process is on */
export async function lookAtLab(performer: Performer): Promise<LiveLab> {
  const look = lookHere(performer);
  const [containers, links, rules] = await Promise.all([
    containersOn(performer, look),
    interfacesOf(look, []),
    look.text(["iptables-save"]),
  ]);
  const bridges = links.filter(({ kind }) => kind === "bridge");
  return {
    containers,
    links,
    bridges: bridges.map(({ name, addresses: [own] }) => ({
      name,
      usable: own === undefined ? 0 : hostCount(parseIpv4Cidr(own)),
      members: links.filter(({ master }) => master === name).map((link) => link.name),
    })),
    chains: rules === null ? [] : chainsIn(rules),
    netns: entries(),
  };
}

async function containersOn(performer: Performer, look: Look): Promise<readonly LiveContainer[]> {
  const ids = await runningIds(performer);
  return Promise.all(
    ids.map(async (id) => {
      const [name, pid] = await Promise.all([nameOf(performer, id), pidOf(performer, id)]);
      return { id, name, interfaces: interfacesOf(look, ["nsenter", `--net=/proc/${pid}/ns/net`]) };
    }),
  );
}

function entries(): readonly LiveEntry[] {
  return namesIn("/var/run/netns").flatMap((name) => {
    const entry = netnsEntry(name);
    return entry === null ? [] : [{ name, names: entry.names }];
  });
}

/** None where the folder is not there */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
