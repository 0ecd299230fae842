/**
 * The objects of `ip`, their verbs, and who takes each back.
 *
 * @module
 */
import type { Plan } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { address } from "./address.ts";
import { linkDelete } from "./deleted-link.ts";
import { linkAdd } from "./link-add.ts";
import { linkSet } from "./link-set.ts";
import { neighbour } from "./neighbour.ts";
import { netnsAdd, netnsDelete } from "./netns.ts";
import { route } from "./route.ts";
import { rule } from "./rule.ts";

/** Takes back a verb of an object */
type Invert = (typed: Typed, words: readonly string[]) => Plan;

/** An object: its verbs in the order in which iproute2 tries them, and those of them that are taken back */
export interface IpObject {
  readonly verbs: readonly string[];
  readonly inverts: Readonly<Record<string, Invert>>;
}

/** Verbs that show */
export const SHOWS: readonly string[] = ["show", "list", "lst"];

/** One function for several verbs, which is told the verb */
function each(
  verbs: readonly string[],
  invert: (typed: Typed, verb: string, words: readonly string[]) => Plan,
): Readonly<Record<string, Invert>> {
  return Object.fromEntries(
    verbs.map((verb) => [verb, (typed: Typed, words: readonly string[]) => invert(typed, verb, words)]),
  );
}

const NEIGHBOUR: IpObject = {
  verbs: ["add", "change", "chg", "replace", "delete", "get", ...SHOWS, "flush", "help"],
  inverts: each(["add", "change", "replace", "delete"], neighbour),
};

/** Objects of which we know no more than that they can be shown */
const SHOWN: IpObject = {
  verbs: ["add", "set", "change", "replace", "delete", ...SHOWS, "flush", "help"],
  inverts: {},
};

/** Objects that have nothing to change */
export const UNCHANGED: IpObject = { verbs: [], inverts: {} };

/** The objects, in the order in which iproute2 6.1 tries them, ip/ip.c; any beginning will do, of a verb as well */
export const OBJECTS: Readonly<Record<string, IpObject>> = {
  address: {
    verbs: ["add", "change", "chg", "replace", "delete", ...SHOWS, "flush", "save", "showdump", "restore", "help"],
    inverts: each(["add", "change", "replace", "delete", "flush"], address),
  },
  addrlabel: SHOWN,
  maddress: SHOWN,
  route: {
    verbs: "list show lst get add change chg replace prepend append test delete flush save restore showdump help".split(
      " ",
    ),
    inverts: each(["add", "change", "replace", "prepend", "append", "delete"], route),
  },
  rule: {
    verbs: ["list", "lst", "show", "save", "restore", "add", "delete", "flush", "help"],
    inverts: each(["add", "delete"], rule),
  },
  neighbor: NEIGHBOUR,
  neighbour: NEIGHBOUR,
  ntable: SHOWN,
  ntbl: SHOWN,
  link: {
    verbs: ["add", "set", "change", "replace", "delete", ...SHOWS, "xstats", "afstats", "property", "help"],
    inverts: { add: linkAdd, set: linkSet, change: linkSet, delete: linkDelete },
  },
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
  netns: {
    verbs: [
      "list",
      "show",
      "lst",
      "list-id",
      "help",
      "add",
      "set",
      "delete",
      "identify",
      "pids",
      "exec",
      "monitor",
      "attach",
    ],
    inverts: { add: netnsAdd, attach: netnsAdd, delete: netnsDelete },
  },
  netconf: UNCHANGED,
  vrf: UNCHANGED,
  sr: SHOWN,
  nexthop: SHOWN,
  mptcp: SHOWN,
  ioam: SHOWN,
  stats: SHOWN,
  help: UNCHANGED,
};
