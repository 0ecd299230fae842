/**
 * The seen state of a network, with addresses as `ip` prints them.
 */
import type { SeenAddress } from "../../../lib/netlink/see/address.ts";
import type { SeenNeighbour } from "../../../lib/netlink/see/neighbour.ts";
import type { SeenNextHop, SeenRoute } from "../../../lib/netlink/see/route.ts";
import type { SeenRule } from "../../../lib/netlink/see/rule.ts";
import { type Address, parseAddress } from "../../../lib/values/address/address.ts";
import type { Family } from "../../../lib/values/address/family.ts";
import { readIpPrefix } from "../../../lib/values/address/ip-notation.ts";
import type { Subnet } from "../../../lib/values/address/subnet.ts";

/** The same, as text where it has addresses and networks */
export type Printed<Seen> = {
  readonly [Part in keyof Seen]: Seen[Part] extends Address | Subnet | null
    ? string | Extract<Seen[Part], null>
    : Seen[Part] extends readonly SeenNextHop[]
      ? readonly Printed<SeenNextHop>[]
      : Seen[Part];
};

export function addressFromPrinted({ local, peer, broadcast, ...others }: Printed<SeenAddress>): SeenAddress {
  return { ...others, local: parseAddress(local), peer: orNull(peer), broadcast: orNull(broadcast) };
}

export function routeFromPrinted({ family, destination, from, ...others }: Printed<SeenRoute>): SeenRoute {
  const { gateway, source, nextHops } = others;
  return {
    ...others,
    family,
    destination: network(destination, family),
    from: from === null ? null : network(from, family),
    gateway: orNull(gateway),
    source: orNull(source),
    nextHops: nextHops.map((one) => ({ ...one, gateway: orNull(one.gateway) })),
  };
}

export function ruleFromPrinted({ family, from, to, ...others }: Printed<SeenRule>): SeenRule {
  const orAll = (text: string | null) => (text === null ? null : network(text, family));
  return { ...others, family, from: orAll(from), to: orAll(to) };
}

export function neighbourFromPrinted({ destination, ...others }: Printed<SeenNeighbour>): SeenNeighbour {
  return { ...others, destination: parseAddress(destination) };
}

function orNull(text: string | null): Address | null {
  return text === null ? null : parseAddress(text);
}

function network(text: string, family: Family): Subnet {
  const read = readIpPrefix(text, family);
  if (read === null) throw new Error(`${text} is no network of ${family}`);
  return read;
}
