/**
 * `ip address`.
 *
 * Sources: ip-address(8); ipaddr_modify() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { type EntryTouch, lostAlong } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import { prefixOf } from "../../values/address/cidr.ts";
import { ADDRESS_BITS, familyOf } from "../../values/address/family.ts";
import { readIpCidr } from "../../values/address/ip-notation.ts";
import type { Grammar, Keyword, Parsed } from "../grammar.ts";
import type { Context, Verb } from "../verb.ts";

const ADDRESS = { name: "local", means: "the address, and after the slash how many of its bits are the network's" };
const PEER: Keyword = { means: "the address at the other end", takes: [{ name: "peer", means: "that address" }] };
const BROADCAST: Keyword = {
  means: "the broadcast address",
  takes: [{ name: "broadcast", means: "that address; + for the network's last" }],
};
const METRIC: Keyword = {
  means: "the metric of the route to its network",
  takes: [{ name: "metric", means: "a number" }],
  short: true,
};

const GRAMMAR: Grammar = {
  operands: [ADDRESS],
  words: {
    peer: PEER,
    remote: PEER,
    broadcast: { ...BROADCAST, short: true },
    brd: BROADCAST,
    anycast: { means: "the anycast address", takes: [{ name: "anycast", means: "that address" }], short: true },
    scope: { means: "where it is valid", takes: [{ name: "scope", means: "global, link or host" }] },
    dev: { means: "the interface that gets it", takes: [{ name: "dev", means: "the interface" }] },
    label: { means: "a label for it", takes: [{ name: "label", means: "the label" }] },
    metric: METRIC,
    priority: METRIC,
    preference: METRIC,
    valid_lft: { means: "for how long it is valid", takes: [{ name: "valid", means: "seconds, or forever" }] },
    preferred_lft: {
      means: "for how long it is preferred",
      takes: [{ name: "preferred", means: "seconds, or forever" }],
    },
    proto: { means: "who has added it", takes: [{ name: "proto", means: "a name or number" }] },
    local: { means: "the address follows", takes: [ADDRESS] },
    home: { means: "it is the home address of Mobile IPv6" },
    nodad: { means: "it is used at once, without a test whether somebody has it" },
    mngtmpaddr: { means: "temporary addresses are made of it" },
    noprefixroute: { means: "no route to its network is added" },
    autojoin: { means: "its multicast group is joined" },
  },
};

/** Which addresses are removed */
const CONDITIONS: Grammar["words"] = {
  to: { means: "only those in a network", takes: [{ name: "to", means: "the network" }] },
  ...Object.fromEntries(
    "up dynamic permanent tentative deprecated dadfailed temporary secondary primary"
      .split(" ")
      .map((name) => [name, { means: `only those that are ${name}` }]),
  ),
};

/** What a verb does, and says */
interface Manner {
  readonly effect: EntryTouch["effect"];
  readonly changes: (address: string, dev: string) => string;
  readonly kernel: (address: string, dev: string) => string;
}

function verb({ effect, changes, kernel }: Manner, grammar = GRAMMAR): Verb {
  return {
    grammar,
    touches(parsed, { enter }: Context): readonly Touch[] | string {
      const { dev, local } = parsed.said;
      if (dev === undefined)
        return effect === "may lose" ? "it removes addresses from any link" : "it names no interface";
      const place = { enter, netns: null };
      const which = { of: "address", link: dev } as const;
      const words = effect === "may lose" ? [] : nameOf(parsed);
      return [
        // Without an address ip itself says so
        {
          kind: "entry",
          effect: local === undefined ? "may lose" : effect,
          by: "word",
          place,
          which,
          words,
          having: [],
        },
        // With the last address of a network its routes are lost, with the last of all the neighbours
        ...(effect === "makes"
          ? []
          : [lostAlong(place, "route", { name: dev }), lostAlong(place, "neighbour", { name: dev })]),
      ];
    },
    changes: ({ said }) => changes(said["local"] ?? "", said["dev"] ?? ""),
    kernel: ({ said }) => [kernel(said["local"] ?? "", said["dev"] ?? "")],
    missing: ({ said }) => [
      ...(said["local"] === undefined && grammar === GRAMMAR ? [ADDRESS.means] : []),
      ...(said["dev"] === undefined ? ["dev, and the interface"] : []),
    ],
  };
}

/** The words that name it */
function nameOf({ said }: Parsed): readonly string[] {
  return [said["local"] ?? "", ...(said["peer"] === undefined ? [] : ["peer", said["peer"]])];
}

function network(address: string): string {
  const cidr = readIpCidr(address);
  const isHost = cidr === null || prefixOf(cidr) === ADDRESS_BITS[familyOf(cidr)];
  return isHost ? "" : ", and adds the route to its network once the interface is up";
}

const CHANGE = verb({
  effect: "may lose",
  changes: (address, dev) => `changes ${address} on ${dev}`,
  kernel: (address, dev) => `changes the settings of ${address} on ${dev}`,
});

export const ADDRESS_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({
    effect: "makes",
    changes: (address, dev) => `adds ${address} to ${dev}`,
    kernel: (address, dev) => `accepts packets to ${address} on ${dev}${network(address)}`,
  }),
  change: CHANGE,
  chg: CHANGE,
  replace: verb({
    effect: "replaces",
    changes: (address, dev) => `adds ${address} to ${dev}, or changes it there`,
    kernel: (address, dev) => `adds ${address} to ${dev}, or changes its settings there`,
  }),
  delete: verb({
    effect: "removes",
    changes: (address, dev) => `removes ${address} from ${dev}`,
    kernel: (address, dev) => `removes ${address} from ${dev}, with the routes that came with it`,
  }),
  flush: verb(
    {
      effect: "may lose",
      changes: (_address, dev) => `removes all addresses from ${dev}`,
      kernel: (_address, dev) => `removes all addresses from ${dev}, with the routes that came with them`,
    },
    { operands: [{ name: "dev", means: "the interface" }], words: { ...GRAMMAR.words, ...CONDITIONS } },
  ),
};
