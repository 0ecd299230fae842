/**
 * The route in a line of `ip route`, as `ip` shows it once the line has run.
 *
 * Source: print_route() of iproute2's ip/iproute.c
 *
 * @module
 */
import { TABLE } from "../../netlink/routes/route-message.ts";
import { shownProtocol } from "../../netlink/see/route-protocol.ts";
import type { EntryAfter } from "../../resources/entry-after.ts";
import type { Family } from "../../values/address/family.ts";
import { printIpPrefix, readIpAddress, readIpPrefix } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";

/** Types of routes that go to the table `local`, unless another one is typed */
const OF_HOST: ReadonlySet<string> = new Set(["local", "broadcast", "anycast", "nat"]);

/** The metric of an IPv6 route without a typed one. Source: Linux, include/uapi/linux/ipv6_route.h, IP6_RT_PRIO_USER */
const METRIC_6 = "1024";

/** Describes an added or changed route; `null` when `ip` reads the words as no route */
export function addedRoute(parsed: Parsed, family: Family): EntryAfter | null {
  const named = namesOf(parsed, family);
  if (named === null) return null;
  const { having, table } = named;
  const { metric, via } = parsed.said;
  const isCostly = metric !== undefined && metric !== "0";
  const cost = isCostly ? metric : family === "inet6" ? METRIC_6 : null;
  const lacking = [...(cost === null ? ["metric"] : []), ...(via === undefined && !hasWays(parsed) ? ["via"] : [])];
  return {
    is: "there",
    having: [...having, ...(cost === null ? [] : [`metric ${cost}`])],
    lacking: [...lacking, ...(table === null ? ["table"] : [])],
  };
}

/** Describes a removed route */
export function removedRoute(parsed: Parsed, family: Family): EntryAfter | null {
  const named = namesOf(parsed, family);
  if (named === null) return null;
  const { metric = "0" } = parsed.said;
  return {
    is: "gone",
    having: [...named.having, ...(metric === "0" ? [] : [`metric ${metric}`])],
    lacking: named.table === null ? ["table"] : [],
  };
}

/** The identity of a route, without its metric; its table is `null` for the main one */
interface Named {
  readonly having: readonly string[];
  readonly table: string | null;
}

function namesOf(parsed: Parsed, family: Family): Named | null {
  const { kind = "unicast", to = "", via, src, dev, tos = "", scope, protocol } = parsed.said;
  const destination = readIpPrefix(to, family);
  if (destination === null) return null;
  const table = tableOf(parsed.said);
  const words: Readonly<Record<string, string | null | undefined>> = {
    tos: /^0x[\da-f]{1,2}$/i.test(tos) ? `0x${Number(tos).toString(16).padStart(2, "0")}` : null,
    via: via === undefined ? null : readIpAddress(via),
    dev,
    table,
    // `ip` does not show defaults
    proto: protocol === undefined || shownProtocol(protocol) === "boot" ? null : shownProtocol(protocol),
    scope: scope === "global" || family === "inet6" || /^\d/.test(scope ?? "") ? null : scope,
    src: src === undefined ? null : readIpAddress(src),
  };
  return {
    having: [
      `${kind === "unicast" ? "" : `${kind} `}${printIpPrefix(destination)}`,
      ...Object.entries(words).flatMap(([word, value]) => (value == null ? [] : [`${word} ${value}`])),
      ...waysIn(parsed),
    ],
    table,
  };
}

/** Formats a table as `ip` shows it; names that only a file of the host knows are left out */
function tableOf({ kind = "", table }: Parsed["said"]): string | null {
  if (table === undefined) return OF_HOST.has(kind) ? "local" : null;
  const [name = table] = Object.entries(TABLE).flatMap(([one, number]) => (`${number}` === table ? [one] : []));
  return name === "main" || !(name in TABLE || /^\d+$/.test(name)) ? null : name;
}

function hasWays({ order }: Parsed): boolean {
  return order.some(({ name }) => name === "nexthop");
}

/** Lists the gateways of a route with several */
function waysIn({ order }: Parsed): readonly string[] {
  const ways = order.find(({ name }) => name === "nexthop")?.values ?? [];
  return ways.flatMap((word, at) => {
    const gateway = word === "via" ? readIpAddress(ways[at + 1] ?? "") : null;
    return gateway === null ? [] : [`nexthop via ${gateway}`];
  });
}
