/**
 * `ip route`.
 *
 * Sources: ip-route(8); iproute_modify() of iproute2's ip/iproute.c
 *
 * @module
 */
import type { EntryTouch } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import { ROUTE_TYPES } from "../../resources/route-words.ts";
import type { Family } from "../../values/address/family.ts";
import { familyAmong } from "../../values/address/ip-notation.ts";
import type { Grammar, Keyword, Parsed } from "../grammar.ts";
import type { Context, Verb } from "../verb.ts";

const TO = {
  name: "to",
  means: "the destination: an address or a network",
  values: { default: "any destination that no other route matches" },
};

/** What happens to packets that take a route of such a type */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...ROUTE_TYPES].map((type) => [type, "a type of route, as in ip-route(8)"])),
  unicast: "packets are sent on: the usual type",
  blackhole: "packets are dropped without an answer",
  unreachable: 'packets are refused with "No route to host"',
  prohibit: 'packets are refused with "Permission denied"',
  throw: "this table is left, as if it had no route",
};

function word(name: string, means: string, follows: string, short?: true): Keyword {
  return { means, takes: [{ name, means: follows }], ...(short && { short }) };
}

const NUMBERS =
  "mtu hoplimit advmss reordering rtt window cwnd initcwnd initrwnd features quickack quickacks congctl rto_min rttvar ssthresh nhid expires fastopen_no_cookie pref ttl-propagate";

/** Words that are followed by one that ip-route(8) explains; some may be locked */
const OTHERS = Object.fromEntries(
  NUMBERS.split(" ").map((name) => [
    name,
    { ...word(name, `its ${name}`, "as ip-route(8) has it"), before: { lock: "which nothing may change" } },
  ]),
);

/** One of several ways, and those behind it */
const NEXT_HOP: Grammar = {
  operands: [],
  words: {
    via: word("hopVia", "the gateway, which forwards the packets", "its address"),
    dev: word("hopDev", "the interface that packets leave through", "the interface"),
    weight: word("hopWeight", "its share of the packets", "a number"),
    onlink: { means: "the gateway is on that cable, whatever its address" },
    nexthop: { means: "another way" },
  },
};

const METRIC = word("metric", "its cost; the route with the lowest is used", "a number", true);

const GRAMMAR: Grammar = {
  operands: [TO],
  kinds: TYPES,
  words: {
    src: word("src", "the source address of packets from here", "that address"),
    via: word("via", "the gateway, which forwards the packets", "its address"),
    from: word("from", "only packets from there", "an address or a network"),
    tos: word("tos", "only packets with this TOS", "the TOS"),
    dsfield: { ...word("tos", "only packets with this TOS", "the TOS"), same: "tos" },
    metric: METRIC,
    priority: { ...METRIC, same: "metric" },
    preference: { ...METRIC, same: "metric" },
    scope: word("scope", "how far away it leads", "global, link or host"),
    ...OTHERS,
    realms: word("realms", "its realm, for tc", "the realm", true),
    onlink: { means: "the gateway is on that cable, whatever its address" },
    nexthop: { means: "one of several ways", leads: NEXT_HOP },
    encap: { means: "the packets are encapsulated", leads: "rest" },
    protocol: word("protocol", "who has added it", "kernel, static, or another", true),
    table: word("table", "the table that holds it", "its name or number", true),
    vrf: word("table", "the VRF whose table holds it", "the VRF"),
    dev: word("dev", "the interface that packets leave through", "the interface"),
    oif: { ...word("dev", "the interface that packets leave through", "the interface"), same: "dev" },
    to: word("to", "the destination follows", TO.means),
  },
};

/** The words that name it: its type, and its table, metric, TOS and way */
const NAMES = ["tos", "metric", "table", "scope", "protocol", "via", "dev", "src", "onlink"] as const;

function nameOf({ said, order }: Parsed): readonly string[] {
  const several = order.find(({ name }) => name === "nexthop" || name === "encap");
  const named = NAMES.flatMap((name) =>
    said[name] === undefined ? [] : name === "onlink" ? [name] : [name, said[name]],
  );
  return [
    ...(said["kind"] === undefined ? [] : [said["kind"]]),
    said["to"] ?? "",
    ...named,
    ...(several === undefined ? [] : [several.name, ...several.values]),
  ];
}

/** What a verb does, and says */
interface Manner {
  readonly effect: EntryTouch["effect"];
  readonly changes: string;
  readonly kernel: (said: Parsed["said"]) => string;
}

function verb({ effect, changes, kernel }: Manner): Verb {
  return {
    grammar: GRAMMAR,
    touches(parsed, context): readonly Touch[] | string {
      const { to, via, dev, kind } = parsed.said;
      const isRead = parsed.lost === null || parsed.order.some(({ name }) => name === "nexthop" || name === "encap");
      if (to === undefined || !isRead)
        return `wirework does not know which route "${parsed.meanings.map((one) => one.word).join(" ")}" is`;
      const which = { of: "route", family: familyOf(parsed, context), to } as const;
      // Without a way only a look can tell which one it was
      const isVague = effect === "removes" && via === undefined && dev === undefined && kind === undefined;
      const place = { enter: context.enter, netns: null };
      return [
        {
          kind: "entry",
          effect: isVague ? "may lose" : effect,
          by: "word",
          place,
          which,
          words: nameOf(parsed),
          having: [],
        },
      ];
    },
    changes: ({ said }) => `${changes} ${said["to"]}`,
    kernel: ({ said }) => [kernel(said)],
    missing: ({ said, order }) => [
      ...(said["to"] === undefined ? [TO.means] : []),
      ...(effect !== "removes" &&
      said["kind"] === undefined &&
      said["via"] === undefined &&
      said["dev"] === undefined &&
      !order.some(({ name }) => name === "nexthop")
        ? ["its way: via and a gateway's address, or dev and an interface"]
        : []),
    ],
  };
}

/** As typed, or as the addresses say; `ip` takes IPv4 otherwise */
function familyOf({ said }: Parsed, { family }: Context): Family {
  const { to = "", via = "", src = "", from = "" } = said;
  return family ?? familyAmong([to, via, src, from]) ?? "inet";
}

function destination({ to }: Parsed["said"]): string {
  return to === "default" ? "any other destination" : `${to}`;
}

/** What happens to packets on a route that leads nowhere */
const ENDS: Readonly<Record<string, string>> = {
  blackhole: "drops packets to",
  unreachable: "refuses, with an answer, packets to",
  prohibit: "forbids, with an answer, packets to",
};

function added(said: Parsed["said"]): string {
  const end = ENDS[said["kind"] ?? ""];
  if (end !== undefined) return `${end} ${destination(said)}`;
  return said["via"] === undefined
    ? `sends packets to ${destination(said)} out of ${said["dev"]}, and asks there who has the address`
    : `sends packets to ${destination(said)} to ${said["via"]}, which must be on a network of its interfaces`;
}

function sentThatWay(said: Parsed["said"]): string {
  return `sends packets to ${destination(said)} that way from now on`;
}

const CHANGE = verb({ effect: "replaces", changes: "changes the route to", kernel: sentThatWay });

export const ROUTE_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({ effect: "makes", changes: "adds the route to", kernel: added }),
  append: verb({ effect: "makes", changes: "adds a route to", kernel: added }),
  prepend: verb({ effect: "makes", changes: "adds a route to", kernel: added }),
  replace: verb({ effect: "replaces", changes: "sets the route to", kernel: sentThatWay }),
  change: CHANGE,
  chg: CHANGE,
  delete: verb({
    effect: "removes",
    changes: "removes the route to",
    kernel: (said) =>
      `removes the way to ${destination(said)}: without another, packets there are refused with "Network is unreachable"`,
  }),
};
