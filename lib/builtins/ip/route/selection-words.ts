/**
 * The words behind `ip route show`.
 * Source: iproute_list_flush_or_save() of iproute2's ip/iproute.c, ip-route(8)
 *
 * @module
 */
import { ROUTE_TYPE } from "../../../netlink/routes/route-message.ts";
import type { Cidr } from "../../../values/cidr.ts";
import { readAddress } from "../address/address-words.ts";
import { linkName } from "../link/link-words.ts";
import { entryOf, NotOurs, Words } from "../words.ts";

/** What the words say; what they do not does not matter */
export interface RouteSelection {
  /** A name or a number, `all` among them; without one the main table is meant */
  readonly table?: string;
  readonly dev?: string;
  readonly protocol?: string;
  readonly scope?: string;
  readonly type?: keyof typeof ROUTE_TYPE;
  readonly destination?: Cidr | "default";
}

const TYPES = Object.keys(ROUTE_TYPE) as (keyof typeof ROUTE_TYPE)[];

const READ: Readonly<Record<string, (words: Words) => RouteSelection>> = {
  dev: (words) => ({ dev: linkName(words.next()) }),
  exact: (words) => ({ destination: words.value(readDestination) }),
  oif: (words) => ({ dev: linkName(words.next()) }),
  proto: (words) => ({ protocol: words.next() }),
  protocol: (words) => ({ protocol: words.next() }),
  scope: (words) => ({ scope: words.next() }),
  table: (words) => ({ table: words.next() }),
  type: (words) => ({ type: words.oneOf(TYPES) }),
};

/**
 * Reads which routes are meant, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of
 */
export function readSelection(given: readonly string[]): RouteSelection {
  const words = new Words(given);
  let said: RouteSelection = {};
  while (words.has) {
    const more = readOne(words);
    if (Object.keys(more).some((key) => key in said)) throw new NotOurs();
    said = { ...said, ...more };
  }
  return said;
}

function readOne(words: Words): RouteSelection {
  const word = words.next();
  const read = entryOf(READ, word);
  if (read !== undefined) return read(words);
  try {
    return { destination: readDestination(word) };
  } catch {
    throw new NotOurs();
  }
}

function readDestination(word: string): Cidr | "default" {
  return word === "default" ? word : readAddress(word);
}
