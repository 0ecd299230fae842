/**
 * Entries of lists that have no names: addresses, routes, rules, neighbours. An entry is identified by all its words.
 *
 * @module
 */
import { type Family, familyOf } from "../values/address/family.ts";
import { readIpAddress, readIpPrefix } from "../values/address/ip-notation.ts";
import type { SeenNetwork } from "../netlink/see/network.ts";
import type { SeenRoute } from "../netlink/see/route.ts";
import { addressWords, isGiven } from "./address-words.ts";
import { neighbourWords } from "./neighbour-words.ts";
import { routeWords } from "./route-words.ts";
import { ruleWords } from "./rule-words.ts";

/** A list of entries in a network namespace */
export type EntryList =
  | { readonly of: "address"; readonly link: string }
  | { readonly of: "route"; readonly family: Family; readonly to: string }
  | { readonly of: "route"; readonly over: string }
  | { readonly of: "rule"; readonly family: Family }
  | { readonly of: "neighbour"; readonly address: string }
  | { readonly of: "neighbour"; readonly over: string };

/** An entry */
export interface Entry {
  /** The words of `ip … add`; for an entry with settings that wirework cannot read, the words that identify it */
  readonly words: string;
  /** True when `ip … add` accepts these words */
  readonly isWhole: boolean;
  readonly family: Family;
  /** The name of its link */
  readonly dev: string | null;
  /** True when the kernel makes it again by itself: for an address, after a router's message, by asking a neighbour */
  readonly isOfKernel: boolean;
}

/** Lists the entries of a network namespace, in the kernel's order */
export function entriesIn(network: SeenNetwork, list: EntryList): readonly Entry[] {
  switch (list.of) {
    case "address": {
      const link = network.link(list.link);
      if (link === null) return [];
      return network.addresses(link.index).flatMap((address) =>
        isGiven(address)
          ? [
              {
                ...written(addressWords(address, link.name), null),
                family: address.family,
                dev: link.name,
                isOfKernel: false,
              },
            ]
          : [],
      );
    }
    case "route":
      return routesIn(network, list);
    case "rule":
      return network.rules(list.family).map((rule) => ({
        ...written(ruleWords(rule), rule.unread),
        family: rule.family,
        dev: null,
        isOfKernel: false,
      }));
    case "neighbour":
      return network
        .neighbours()
        .filter(({ destination, dev }) =>
          "over" in list ? dev === list.over : destination === readIpAddress(list.address),
        )
        .map((one) => ({
          ...written(neighbourWords(one), null),
          family: familyOf(one.destination),
          dev: one.dev === "" ? null : one.dev,
          isOfKernel: one.state === "passing",
        }));
  }
}

/** Lists the routes over a link, or to a destination */
function routesIn(network: SeenNetwork, list: Extract<EntryList, { of: "route" }>): readonly Entry[] {
  const link = "over" in list ? network.link(list.over) : null;
  const routes =
    "over" in list
      ? link === null
        ? []
        : network.routesOver(link.index).filter((route) => isOver(route, link.name))
      : network.routes(list.family).filter(({ destination }) => destination === readIpPrefix(list.to, list.family));
  return routes.map((route) => ({
    ...written(routeWords(route), route.unread),
    family: route.family,
    dev: route.dev,
    isOfKernel: route.protocol === "kernel" || route.protocol === "ra",
  }));
}

/** Reports whether a route leads over a link, with its only next hop or one of several */
function isOver({ dev, nextHops }: SeenRoute, link: string): boolean {
  return dev === link || nextHops.some((one) => one.dev === link);
}

function written(words: string | null, unread: string | null): Pick<Entry, "words" | "isWhole"> {
  return words === null ? { words: `[${unread}]`, isWhole: false } : { words, isWhole: true };
}
