/**
 * The objects of `ip`, and their verbs, in the order in which iproute2 tries them: any beginning of a name will do.
 *
 * Sources: iproute2 6.1, ip/ip.c and the do_…() of each object
 *
 * @module
 */
import type { Verb } from "../verb.ts";
import { ADDRESS_VERBS } from "./address.ts";
import { LINK_ADD } from "./link-add.ts";
import { LINK_DELETE } from "./link-delete.ts";
import { LINK_SET } from "./link-set.ts";
import { NEIGHBOUR_VERBS } from "./neighbour.ts";
import { ROUTE_VERBS } from "./route.ts";
import { RULE_VERBS } from "./rule.ts";

/** An object: the names of its verbs, and those that wirework knows */
export interface IpObject {
  readonly verbs: readonly string[];
  readonly known: Readonly<Record<string, Verb>>;
}

function object(verbs: string, known: IpObject["known"] = {}): IpObject {
  return { verbs: verbs.split(" "), known };
}

const NEIGHBOUR = object("add change chg replace delete get show list lst flush help", NEIGHBOUR_VERBS);
const LINK = { add: LINK_ADD, set: LINK_SET, change: LINK_SET, delete: LINK_DELETE };

/** An object of which no more is known than that it can be shown */
const SHOWN = object("add set change replace delete show list lst flush help");

/** An object that has nothing to change */
const UNCHANGED: IpObject = { verbs: [], known: {} };

export const OBJECTS: Readonly<Record<string, IpObject>> = {
  address: object("add change chg replace delete show list lst flush save showdump restore help", ADDRESS_VERBS),
  addrlabel: SHOWN,
  maddress: SHOWN,
  route: object(
    "list show lst get add change chg replace prepend append test delete flush save restore showdump help",
    ROUTE_VERBS,
  ),
  rule: object("list lst show save restore add delete flush help", RULE_VERBS),
  neighbor: NEIGHBOUR,
  neighbour: NEIGHBOUR,
  ntable: SHOWN,
  ntbl: SHOWN,
  link: object("add set change replace delete show list lst xstats afstats property help", LINK),
  l2tp: SHOWN,
  fou: SHOWN,
  ila: SHOWN,
  macsec: SHOWN,
  tunnel: SHOWN,
  tunl: SHOWN,
  tuntap: SHOWN,
  tap: SHOWN,
  token: SHOWN,
  tcpmetrics: SHOWN,
  tcp_metrics: SHOWN,
  monitor: UNCHANGED,
  xfrm: SHOWN,
  mroute: UNCHANGED,
  mrule: SHOWN,
  netns: object("list show lst list-id help add set delete identify pids exec monitor attach"),
  netconf: UNCHANGED,
  vrf: UNCHANGED,
  sr: SHOWN,
  nexthop: SHOWN,
  mptcp: SHOWN,
  ioam: SHOWN,
  stats: SHOWN,
  help: UNCHANGED,
};

/** Finds the first of the names that begins with what was typed, as iproute2's matches() does; `null` when none does */
export function firstMatch(typed: string, names: readonly string[]): string | null {
  return typed === "" ? null : (names.find((name) => name.startsWith(typed)) ?? null);
}
