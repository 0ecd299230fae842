/**
 * The words behind `ip route add`, `ip route replace` and `ip route del`.
 * Source: iproute_modify() of iproute2's ip/iproute.c, ip-route(8)
 *
 * @module
 */
import type { RouteOptions } from "../../../netlink/routes/add-route.ts";
import { ROUTE_TYPE, TABLE } from "../../../netlink/routes/route-message.ts";
import { parseIpv4 } from "../../../values/address/ipv4.ts";
import { readAddress } from "../address/address-words.ts";
import { linkName } from "../link/link-words.ts";
import { entryOf, NotOurs, type Words } from "../words.ts";

/** What the words say of a route */
export interface RouteWords extends Omit<RouteOptions, "link"> {
  readonly dev?: string;
}

const SCOPES = ["global", "site", "link", "host"] as const;
const PROTOCOLS = ["kernel", "boot", "static"] as const;

const READ: Readonly<Record<string, (words: Words) => Partial<RouteWords>>> = {
  dev: (words) => ({ dev: linkName(words.next()) }),
  metric: (words) => ({ metric: words.unsigned() }),
  proto: (words) => ({ protocol: words.oneOf(PROTOCOLS) }),
  scope: (words) => ({ scope: words.oneOf(SCOPES) }),
  src: (words) => ({ source: words.value(parseIpv4) }),
  table: (words) => ({ table: readTable(words) }),
  to: (words) => ({ destination: words.value(readDestination) }),
  via: (words) => ({ gateway: words.value(parseIpv4) }),
};

/** Types of routes by their names, which may stand before the destination */
const TYPES = Object.keys(ROUTE_TYPE) as (keyof typeof ROUTE_TYPE)[];

/**
 * Reads a route, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of
 */
export function readRouteWords(words: Words): RouteWords {
  let said: Partial<RouteWords> = {};
  while (words.has) {
    const more = readOne(words);
    if (Object.keys(more).some((key) => key in said)) throw new NotOurs();
    said = { ...said, ...more };
  }
  const { destination, ...rest } = said;
  if (destination === undefined) throw new NotOurs();
  return { destination, ...rest };
}

function readOne(words: Words): Partial<RouteWords> {
  const word = words.next();
  const read = entryOf(READ, word);
  if (read !== undefined) return read(words);
  const type = TYPES.find((one) => one === word);
  // The destination follows its type at once
  if (type !== undefined) return { type, destination: words.value(readDestination) };
  try {
    return { destination: readDestination(word) };
  } catch {
    throw new NotOurs();
  }
}

function readDestination(word: string): RouteOptions["destination"] {
  return word === "default" ? word : readAddress(word);
}

/** RT_TABLE_*; other names are in files that the real `ip` reads */
export function readTable(words: Words): number {
  const word = words.next();
  const named = Object.entries(TABLE).find(([name]) => name === word);
  if (named !== undefined) return named[1];
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new NotOurs();
  return Number(word);
}
