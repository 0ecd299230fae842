/**
 * The rule in a line of `ip rule`, as `ip` shows it once the line has run.
 *
 * Source: print_rule() of iproute2's ip/iprule.c
 *
 * @module
 */
import { TABLE } from "../../netlink/routes/route-message.ts";
import type { EntryAfter } from "../../resources/entry-after.ts";
import { prefixOf } from "../../values/address/cidr.ts";
import type { Family } from "../../values/address/family.ts";
import { printIpPrefix, readIpPrefix } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";

/** Actions of a rule, in the place of a table */
const ACTIONS = ["blackhole", "unreachable", "prohibit"] as const;

/** Numbers of protocols that every /etc/protocols has */
const PROTOCOLS: Readonly<Record<string, string>> = { icmp: "1", tcp: "6", udp: "17" };

/** Words that narrow down which packets a rule matches */
const CONDITIONS = ["not", "to", "tos", "fwmark", "iif", "oif", "uidrange", "ipproto", "sport", "dport"] as const;

/** Describes an added rule */
export function addedRule(parsed: Parsed, family: Family): EntryAfter {
  const having = namesOf(parsed, family);
  const lacking = CONDITIONS.filter((word) => !having.some((part) => part === word || part.startsWith(`${word} `)));
  return { is: "there", having: parsed.said["from"] === undefined ? [...having, "from all"] : having, lacking };
}

/** Describes a removed rule */
export function removedRule(parsed: Parsed, family: Family): EntryAfter {
  return { is: "gone", having: namesOf(parsed, family), lacking: [] };
}

function namesOf({ said, order }: Parsed, family: Family): readonly string[] {
  const {
    from,
    to,
    tos = "",
    fwmark,
    iif,
    oif,
    uidrange,
    ipproto,
    sport,
    dport,
    suppress_prefixlength: shortest,
  } = said;
  const words: Readonly<Record<string, string | null | undefined>> = {
    pref: said["pref"],
    from: from === undefined ? null : (networkIn(from, family) ?? "all"),
    to: to === undefined ? null : networkIn(to, family),
    tos: /^0x[\da-f]{1,2}$/i.test(tos) ? `0x${Number(tos).toString(16).padStart(2, "0")}` : null,
    fwmark: fwmark === undefined ? null : markIn(fwmark),
    iif,
    oif,
    uidrange,
    ipproto: ipproto === undefined ? null : (PROTOCOLS[ipproto] ?? ipproto),
    sport: sport === undefined ? null : portsIn(sport),
    dport: dport === undefined ? null : portsIn(dport),
    lookup: said["table"] === undefined ? null : tableIn(said["table"]),
    suppress_prefixlength: shortest,
  };
  const isSaid = (word: string) => order.some(({ name }) => name === word);
  return [
    ...(isSaid("not") ? ["not"] : []),
    ...Object.entries(words).flatMap(([word, value]) => (value == null ? [] : [`${word} ${value}`])),
    ...ACTIONS.filter(isSaid),
  ];
}

/** Formats an address or network as `ip` shows it; `null` for all addresses */
function networkIn(text: string, family: Family): string | null {
  const network = readIpPrefix(text, family);
  return network === null || prefixOf(network) === 0 ? null : printIpPrefix(network);
}

/** Formats a mark as `ip` shows it: without a mask that covers all of it */
function markIn(text: string): string {
  const [mark = "", mask = ""] = text.split("/").map((part) => `0x${Number(part).toString(16)}`);
  return mask === "" || mask === "0xffffffff" ? mark : `${mark}/${mask}`;
}

function portsIn(text: string): string {
  const [first = "", last = first] = text.split("-");
  return first === last ? first : text;
}

function tableIn(text: string): string {
  return Object.entries(TABLE).find(([, number]) => `${number}` === text)?.[0] ?? text;
}
