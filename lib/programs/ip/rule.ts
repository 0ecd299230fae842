/**
 * `ip rule`.
 *
 * Sources: ip-rule(8); iprule_modify() of iproute2's ip/iprule.c
 *
 * @module
 */
import type { Touch } from "../../resources/kinds.ts";
import { prefixOf } from "../../values/address/cidr.ts";
import type { Family } from "../../values/address/family.ts";
import { familyAmong, printIpPrefix, readIpPrefix } from "../../values/address/ip-notation.ts";
import type { Grammar, Keyword } from "../grammar.ts";
import type { Context, Verb } from "../verb.ts";
import { addedRule, removedRule } from "./rule-after.ts";

function word(name: string, means: string, follows: string): Keyword {
  return { means, takes: [{ name, means: follows }] };
}

const PRIORITY = word("pref", "its place among the rules; the lowest comes first", "a number");
const TABLE = word("table", "the table of routes to look in", "its name or number");
const INPUT = word(
  "iif",
  "only packets that come in through this interface",
  "the interface; lo for packets from this machine",
);

const GRAMMAR: Grammar = {
  operands: [],
  words: {
    not: { means: "inverts the match" },
    from: word("from", "packets from this source", "an address or a network; all for any"),
    to: word("to", "packets to this destination", "an address or a network"),
    preference: { ...PRIORITY, same: "pref" },
    pref: PRIORITY,
    order: { ...PRIORITY, same: "pref" },
    priority: { ...PRIORITY, same: "pref" },
    prio: { ...PRIORITY, same: "pref" },
    tos: word("tos", "packets with this TOS", "the TOS"),
    dsfield: word("tos", "packets with this TOS", "the TOS"),
    fwmark: word("fwmark", "packets with this mark, as iptables sets it", "the mark"),
    realms: word("realms", "the realm, for tc", "the realm"),
    protocol: word("protocol", "the program that added it", "a name or number"),
    table: TABLE,
    lookup: { ...TABLE, same: "table" },
    suppress_prefixlength: word(
      "suppress_prefixlength",
      "ignores routes with a prefix of at most this length",
      "a number",
    ),
    suppress_ifgroup: word("suppress_ifgroup", "ignores routes through interfaces of this group", "the group"),
    dev: { ...INPUT, same: "iif" },
    iif: INPUT,
    oif: word("oif", "packets that leave through this interface", "the interface"),
    l3mdev: { means: "the table of the VRF" },
    uidrange: word("uidrange", "packets of these users", "IDs: 1000-1999"),
    ipproto: word("ipproto", "packets of this protocol", "tcp, udp, or a number"),
    sport: word("sport", "packets from this port", "a port, or two with a dash"),
    dport: word("dport", "packets to this port", "a port, or two with a dash"),
    tun_id: word("tun_id", "packets of this tunnel", "its number"),
    nat: word("nat", "has no effect any more", "an address"),
    goto: word("goto", "continues with another rule", "its priority"),
    type: word("type", "what happens to the packets", "blackhole, unreachable or prohibit"),
    blackhole: { means: "packets are dropped without an answer" },
    unreachable: { means: 'packets are refused with "No route to host"' },
    prohibit: { means: 'packets are refused with "Permission denied"' },
  },
};

function verb(effect: "makes" | "removes", changes: string, kernel: string): Verb {
  return {
    grammar: GRAMMAR,
    touches(parsed, { enter, family }: Context): readonly Touch[] {
      const { meanings, said } = parsed;
      const words = meanings.map((one) => one.word);
      const { from = "", to = "" } = said;
      const which = { of: "rule", family: family ?? familyAmong([from, to]) ?? "inet" } as const;
      // Networks and numbers are written as `ip rule` shows them
      const having = words
        .filter((text) => /^\d+$|[.:/]/.test(text))
        .flatMap((text) => (text === from || text === to ? shown(text, which.family) : [text]));
      // Without its priority and its action, only a look at the rules can tell which one is meant
      const isWhole = ["table", "blackhole", "unreachable", "prohibit"].some((name) => said[name] !== undefined);
      const isVague = effect === "removes" && !(isWhole && said["pref"] !== undefined);
      return [
        {
          kind: "entry",
          effect: isVague ? "may lose" : effect,
          by: "word",
          place: { enter, netns: null },
          which,
          words,
          having,
          after: (effect === "makes" ? addedRule : removedRule)(parsed, which.family),
        },
      ];
    },
    changes: ({ meanings }) => `${changes} ${meanings.map((one) => one.word).join(" ")}`,
    kernel: () => [kernel],
    missing: ({ order }) => (order.length === 0 ? ["what it matches, and table with a table's name or number"] : []),
  };
}

/** The shown form of an address or network; a rule for all addresses shows none */
function shown(text: string, family: Family): readonly string[] {
  const network = readIpPrefix(text, family);
  if (network === null) return [text];
  return prefixOf(network) === 0 ? [] : [printIpPrefix(network)];
}

export const RULE_VERBS: Readonly<Record<string, Verb>> = {
  add: verb("makes", "adds the routing rule", "looks up routes for matching packets in that table"),
  delete: verb("removes", "removes the routing rule", "no longer uses this rule when it looks up routes"),
};
