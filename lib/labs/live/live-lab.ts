/**
 * The present contents of a lab, seen from its host.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { netnsEntry } from "../../netlink/netns-entry.ts";
import { nameOf, pidOf } from "../../recipe/containers.ts";
import { runningIds } from "../../recipe/run/lab-report.ts";
import { enteringProcess, ON_HOST } from "../../resources/entering.ts";
import type { Look } from "../../resources/look.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { hostCount } from "../../values/address/subnet-hosts.ts";
import { lookHere } from "../look-here.ts";
import { chainsIn, type LiveChain } from "./chains.ts";
import { interfacesOf, type LiveInterface } from "./interfaces.ts";

/** A lab's host and its contents */
export interface LiveLab {
  readonly containers: readonly LiveContainer[];
  /** Interfaces of the host's own network */
  readonly links: readonly LiveInterface[];
  readonly bridges: readonly LiveBridge[];
  readonly chains: readonly LiveChain[];
  /** Entries of `/var/run/netns` */
  readonly netns: readonly LiveEntry[];
}

/** A running container */
export interface LiveContainer {
  /** The first 12 digits of its id */
  readonly id: string;
  readonly name: string;
  readonly interfaces: readonly LiveInterface[];
}

/** A bridge and its ports */
export interface LiveBridge {
  readonly name: string;
  /**
   * The number of addresses that its network has for the host and containers; 0 for a bridge without an
   * address
   */
  readonly usable: number;
  readonly members: readonly string[];
}

/** An entry of `/var/run/netns`, and in words whose network it names */
export interface LiveEntry {
  readonly name: string;
  readonly names: string;
}

/** Looks at the host that this process runs on */
export async function lookAtLab(performer: Performer): Promise<LiveLab> {
  const look = lookHere(performer);
  const [containers, links, rules] = await Promise.all([
    containersOn(performer, look),
    interfacesOf(look, ON_HOST),
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
      return { id, name, interfaces: interfacesOf(look, enteringProcess(`${pid}`)) };
    }),
  );
}

function entries(): readonly LiveEntry[] {
  return namesIn("/var/run/netns").flatMap((name) => {
    const entry = netnsEntry(name);
    return entry === null ? [] : [{ name, names: entry.names }];
  });
}

/** Lists a folder's names; empty when it doesn't exist */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
