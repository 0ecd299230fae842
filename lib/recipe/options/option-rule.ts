/**
 * Rules about a recipe's options, checked before its first step.
 *
 * @module
 */
import { isPlain } from "../../shell/template/quote.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { reasonAgainstHost } from "../../values/address/host-address.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { quoted } from "../../values/quoted.ts";
import { hostAt, hostCount, isUsableHost } from "../../values/address/subnet-hosts.ts";
import { contains, networkOf, overlaps } from "../../values/address/subnet.ts";

/**
 * A rule about option values; returns the reason why they break it, or `null`.
 *
 * @example
 * ```ts
 * import type { Rule } from "wirework";
 * import { expect } from "bun:test";
 *
 * const isHigh: Rule<{ readonly port: number }> = ({ port }) => (port < 1024 ? `--port ${port} is root's` : null);
 * expect(isHigh({ port: 80 })).toBe("--port 80 is root's");
 * ```
 */
export type Rule<Values> = (values: Values) => string | null;

/**
 * Requires two options with different values.
 *
 * @example
 * ```ts
 * import { different } from "wirework";
 * import { expect } from "bun:test";
 *
 * const reason = different("from", "to")({ from: "10.1.1.1", to: "10.1.1.1" });
 * expect(reason).toBe('--from and --to are both "10.1.1.1"');
 * ```
 */
export function different<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, string | number>>> {
  return (values) => (values[one] === values[other] ? `--${one} and --${other} are both "${values[one]}"` : null);
}

/**
 * Requires two networks that do not overlap.
 *
 * @example
 * ```ts
 * import { apart, interfaceCidr } from "wirework";
 * import { expect } from "bun:test";
 *
 * const here = interfaceCidr({ default: "192.168.5.1/24", help: "the first bridge's" }).default;
 * const there = interfaceCidr({ default: "192.168.4.1/22", help: "the second bridge's" }).default;
 * expect(apart("here", "there")({ here, there })).toStartWith("--here 192.168.5.0/24 and --there 192.168.4.0/22 ");
 * ```
 */
export function apart<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, Ipv4Cidr>>> {
  return (values) => {
    const [first, second] = [networkOf(values[one]), networkOf(values[other])];
    return overlaps(first, second) ? `--${one} ${first} and --${other} ${second} overlap` : null;
  };
}

/**
 * Requires a gateway that is another host of an address's network: any other is unreachable.
 *
 * Equivalent to: `ip route add default via …`, which says `Nexthop has invalid gateway`
 *
 * @example
 * ```ts
 * import { gatewayInside, interfaceCidr, ipv4 } from "wirework";
 * import { expect } from "bun:test";
 *
 * const gateway = ipv4({ default: "192.168.5.1", help: "the way out" }).default;
 * const address = interfaceCidr({ default: "172.17.42.99/16", help: "the container's" }).default;
 * expect(gatewayInside("gateway", "address")({ gateway, address })).toContain("172.17.0.0/16");
 * ```
 */
export function gatewayInside<Gateway extends string, Address extends string>(
  gateway: Gateway,
  address: Address,
): Rule<Readonly<Record<Gateway, Ipv4> & Record<Address, Ipv4Cidr>>> {
  return (values) => {
    const [way, own]: [Ipv4, Ipv4Cidr] = [values[gateway], values[address]];
    if (!contains(own, way)) return `--${gateway} ${way} is outside ${networkOf(own)}, the network of --${address}`;
    if (!isUsableHost(own, way))
      return `--${gateway} ${way} is the network's or the broadcast address of ${networkOf(own)}`;
    return own.startsWith(`${way}/`) ? `--${gateway} and --${address} are both ${way}` : null;
  };
}

/**
 * Refuses a value that something else has already.
 *
 * @param whose a clause about it: `which the recipe removes`
 *
 * @example
 * ```ts
 * import { isNot } from "wirework";
 * import { expect } from "bun:test";
 *
 * const rule = isNot("bridge", "docker0", "which is Docker's");
 * expect(rule({ bridge: "docker0" })).toContain('"docker0", which is Docker\'s');
 * ```
 */
export function isNot<Name extends string>(
  name: Name,
  taken: string,
  whose: string,
): Rule<Readonly<Record<Name, string | number>>> {
  return (values) => (String(values[name]) === taken ? `--${name} cannot be "${taken}", ${whose}` : null);
}

/**
 * Requires two numbers that form a range, as of ports: the second is not below the first, and not too far
 * above it.
 *
 * @param most the largest difference
 *
 * @example
 * ```ts
 * import { isRange } from "wirework";
 * import { expect } from "bun:test";
 *
 * const rule = isRange("first", "last", 20);
 * expect(rule({ first: 8080, last: 8081 })).toBeNull();
 * expect(rule({ first: 8080, last: 8000 })).toStartWith("--last 8000 ");
 * ```
 */
export function isRange<First extends string, Last extends string>(
  first: First,
  last: Last,
  most: number,
): Rule<Readonly<Record<First, number> & Record<Last, number>>> {
  return (values) => {
    const [begin, end]: [number, number] = [values[first], values[last]];
    if (end < begin) return `--${last} ${end} is below --${first} ${begin}, the beginning of the range`;
    return end - begin > most
      ? `--${last} ${end} is ${end - begin} above --${first} ${begin}: the range may end at most ${most} above it`
      : null;
  };
}

/**
 * Requires a number between two others.
 *
 * @example
 * ```ts
 * import { isBetween } from "wirework";
 * import { expect } from "bun:test";
 *
 * const rule = isBetween("closed", "first", "last");
 * expect(rule({ closed: 81, first: 80, last: 82 })).toBeNull();
 * expect(rule({ closed: 90, first: 80, last: 82 })).toStartWith("--closed 90 ");
 * ```
 */
export function isBetween<Name extends string, First extends string, Last extends string>(
  name: Name,
  first: First,
  last: Last,
): Rule<Readonly<Record<Name, number> & Record<First, number> & Record<Last, number>>> {
  return (values) => {
    const [value, begin, end]: [number, number, number] = [values[name], values[first], values[last]];
    return begin < value && value < end
      ? null
      : `--${name} ${value} is not between --${first} ${begin} and --${last} ${end}`;
  };
}

/**
 * Requires a value without special meaning in a file that a shell reads.
 *
 * @example
 * ```ts
 * import { isPlainIn } from "wirework";
 * import { expect } from "bun:test";
 *
 * const rule = isPlainIn("/etc/default/docker", "bridge");
 * expect(rule({ bridge: "bridge0" })).toBeNull();
 * expect(rule({ bridge: "$(reboot)" })).toContain("$(reboot)");
 * ```
 */
export function isPlainIn<Name extends string>(file: string, name: Name): Rule<Readonly<Record<Name, string>>> {
  return (values) =>
    isPlain(values[name])
      ? null
      : `--${name} cannot be ${quoted(values[name])}: the shell that reads ${file} gives it another meaning`;
}

/**
 * Requires a network large enough for so many hosts.
 *
 * @example
 * ```ts
 * import { interfaceCidr, roomFor } from "wirework";
 * import { expect } from "bun:test";
 *
 * const address = interfaceCidr({ default: "192.168.5.1/30", help: "the bridge's" }).default;
 * expect(roomFor(3, "address")({ address })).toStartWith("--address: 192.168.5.0/30 ");
 * ```
 */
export function roomFor<Name extends string>(hosts: number, name: Name): Rule<Readonly<Record<Name, Ipv4Cidr>>> {
  return (values) => reasonAgainstRoom(name, values[name], hosts);
}

/**
 * Requires a network large enough for an interface's own address, and as many others as an option says.
 *
 * @example
 * ```ts
 * import { bridgePorts, interfaceCidr, roomForEach } from "wirework";
 * import { expect } from "bun:test";
 *
 * const address = interfaceCidr({ default: "192.168.5.1/30", help: "the bridge's" }).default;
 * const count = bridgePorts({ default: "2", help: "how many others" }).default;
 * expect(roomForEach("count", "address")({ address, count })).toStartWith("--address: 192.168.5.0/30 ");
 * ```
 */
export function roomForEach<Count extends string, Name extends string>(
  count: Count,
  name: Name,
): Rule<Readonly<Record<Count, number>> & Readonly<Record<Name, Ipv4Cidr>>> {
  return (values) => reasonAgainstRoom(name, values[name], values[count] + 1);
}

function reasonAgainstRoom(name: string, cidr: Ipv4Cidr, hosts: number): string | null {
  const network = networkOf(cidr);
  const room = hostCount(network);
  if (room < hosts)
    return `--${name}: ${network} has room for ${room} of the ${hosts} hosts needed; use a /${prefixFor(hosts)}`;
  // The lowest addresses are assigned
  const reason = reasonAgainstHost(hostAt(network, 1));
  return reason === null ? null : `--${name}: the first host of ${network} cannot be a host's address, as ${reason}`;
}

/** Returns the longest prefix with room for so many hosts, the network's own address and the broadcast address */
function prefixFor(hosts: number): number {
  return 32 - Math.ceil(Math.log2(hosts + 2));
}
