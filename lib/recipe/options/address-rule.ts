/**
 * Rules about addresses on networks where some addresses are taken before the first step.
 *
 * @module
 */
import { addressOf } from "../../values/address/cidr.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { hostAt, hostBeside, hostCount } from "../../values/address/subnet-hosts.ts";
import { networkOf, overlaps } from "../../values/address/subnet.ts";
import { OUTSIDE } from "../checks/outside.ts";
import type { Rule } from "./option-rule.ts";

/**
 * Requires an address, or a network, that does not overlap with the network outside.
 *
 * @example
 * ```ts
 * import { interfaceCidr, isApartFromOutside } from "wirework";
 * import { expect } from "bun:test";
 *
 * const address = interfaceCidr({ default: "203.0.113.9/28", help: "the bridge's" }).default;
 * const reason = isApartFromOutside("address")({ address });
 * expect(reason).toStartWith("--address 203.0.113.0/28 ");
 * ```
 */
export function isApartFromOutside<Name extends string>(name: Name): Rule<Readonly<Record<Name, Ipv4 | Ipv4Cidr>>> {
  return (values) => objectionToOverlap(name, values[name], OUTSIDE, "the network outside");
}

/**
 * Requires an address that stays free when Docker has assigned the lowest ones of a network to so many
 * containers.
 *
 * @param bridge the option with the bridge's own address and prefix length
 *
 * @example
 * ```ts
 * import { interfaceCidr, ipv4, isLeftIn } from "wirework";
 * import { expect } from "bun:test";
 *
 * const bip = interfaceCidr({ default: "192.168.1.1/28", help: "docker0's" }).default;
 * const neighbour = ipv4({ default: "192.168.1.2", help: "a neighbour" }).default;
 * const reason = isLeftIn("neighbour", 3, "bip")({ bip, neighbour });
 * expect(reason).toEndWith(" 192.168.1.4");
 * ```
 */
export function isLeftIn<Name extends string, Bridge extends string>(
  name: Name,
  containers: number,
  bridge: Bridge,
): Rule<Readonly<Record<Name, Ipv4 | Ipv4Cidr> & Record<Bridge, Ipv4Cidr>>> {
  return (values) => {
    const [address, own]: [Ipv4 | Ipv4Cidr, Ipv4Cidr] = [values[name], values[bridge]];
    return objectionToLowest(name, address, containers, own);
  };
}

/** Explains why an address or network overlaps another network; `null` when it does not */
export function objectionToOverlap(
  name: string,
  value: Ipv4 | Ipv4Cidr,
  network: Ipv4Cidr,
  whose: string,
): string | null {
  const own = asCidr(value);
  if (!overlaps(own, network)) return null;
  return value === own
    ? `--${name} ${networkOf(own)} overlaps with ${network}, ${whose}`
    : `--${name} ${value} is inside of ${network}, ${whose}`;
}

/** Explains why an address is taken on a bridge with that many containers; `null` when it is free */
export function objectionToLowest(
  name: string,
  value: Ipv4 | Ipv4Cidr,
  containers: number,
  own: Ipv4Cidr,
): string | null {
  const address = addressOf(asCidr(value));
  const lowest = lowestBeside(own, containers);
  if (!lowest.includes(address)) return null;
  return `--${name} ${address} is taken: Docker gives containers the lowest addresses of ${networkOf(own)}: take one above ${lowest.at(-1)}`;
}

/**
 * The lowest addresses besides the bridge's own. There is one more if the bridge is not the first host: today a
 * container has that address, and before Docker 1.2 it stayed free
 */
function lowestBeside(own: Ipv4Cidr, containers: number): readonly Ipv4[] {
  const free = hostCount(own) - 1;
  const isBridgeFirst = free > 1 && hostAt(own, 1) === addressOf(own);
  const length = Math.min(free, isBridgeFirst ? containers : containers + 1);
  return Array.from({ length }, (_, at) => hostBeside(own, at + 1));
}

function asCidr(value: Ipv4 | Ipv4Cidr): Ipv4Cidr {
  return parseIpv4Cidr(value.includes("/") ? value : `${value}/32`);
}
