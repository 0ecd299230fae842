import type { Address } from "./address.ts";
import { parseCidr } from "./cidr.ts";
import { type Family, familyOf } from "./family.ts";
import { contains } from "./subnet.ts";

/** The special-purpose blocks that no host may have as its address: RFC 6890, RFC 5771 and RFC 4291 */
const NO_HOST: Readonly<Record<Family, readonly (readonly [block: string, reason: string])[]>> = {
  inet: [
    ["0.0.0.0/8", 'means "this network", not a host in it'],
    ["127.0.0.0/8", "is loopback and never leaves its own host"],
    ["224.0.0.0/4", "is multicast, for groups of hosts"],
    ["255.255.255.255/32", "is broadcast, for all hosts at once"],
    ["240.0.0.0/4", "is reserved, and the kernel sends nothing there"],
  ],
  inet6: [
    ["::/128", "is not a host's address: it means that there is none yet"],
    ["::1/128", "is loopback and never leaves its own host"],
    ["ff00::/8", "is multicast, for groups of hosts"],
    ["::ffff:0:0/96", "is IPv4 as programs write it in IPv6, and on no cable"],
  ],
};

/** Explains why no host may have the address; `null` when one may */
export function reasonAgainstHost(address: Address): string | null {
  // Parsed on demand: doing it for all blocks at each start makes the start 1 % slower
  const found = NO_HOST[familyOf(address)].find(([block]) => contains(parseCidr(block), address));
  return found === undefined ? null : found.join(" ");
}
