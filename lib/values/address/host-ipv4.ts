import ipaddr from "ipaddr.js";

import { BadValue } from "../bad-value.ts";
import { type Ipv4, reasonAgainstIpv4 } from "./ipv4.ts";
import type { ValueType } from "../value-type.ts";

const KIND = "a host's address";

/** The special-purpose blocks that no host may have as its address: RFC 6890 and RFC 5771 */
const NO_HOST = [
  {
    network: "0.0.0.0",
    prefix: 8,
    reason: 'means "this network" and nobody in it',
  },
  {
    network: "127.0.0.0",
    prefix: 8,
    reason: "is loopback and never leaves its own host",
  },
  {
    network: "224.0.0.0",
    prefix: 4,
    reason: "is multicast, for groups of hosts",
  },
  {
    network: "255.255.255.255",
    prefix: 32,
    reason: "is broadcast, for all hosts at once",
  },
  {
    network: "240.0.0.0",
    prefix: 4,
    reason: "is reserved, and the kernel sends nothing there",
  },
] as const;

/** Why no host may have the address, or `null` when one may */
export function reasonAgainstHost(address: Ipv4): string | null {
  const parsed = ipaddr.IPv4.parse(address);
  const block = NO_HOST.find(({ network, prefix }) => parsed.match(ipaddr.IPv4.parse(network), prefix));
  return block === undefined ? null : `${block.network}/${block.prefix} ${block.reason}`;
}

/**
 * Makes an IPv4 address that a host or a container may have.
 *
 * @throws {BadValue} when it is not four decimal parts, or of a block that no host has
 *
 * @example
 * ```ts
 * import { parseHostIpv4 } from "./host-ipv4.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseHostIpv4("172.17.0.2")).toBe("172.17.0.2");
 * expect(() => parseHostIpv4("224.0.0.1")).toThrow(RangeError);
 * ```
 */
export function parseHostIpv4(text: string): Ipv4 {
  const reason = reasonAgainstIpv4(text) ?? reasonAgainstHost(text as Ipv4); // the left side has approved it
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as Ipv4;
}

/** The type of an option that takes the address of a host or a container */
export const hostIpv4: ValueType<Ipv4> = {
  kind: KIND,
  placeholder: "ADDRESS",
  parse: parseHostIpv4,
};
