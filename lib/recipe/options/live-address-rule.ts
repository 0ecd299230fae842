/**
 * Rules about addresses and an interface of the running host.
 *
 * @module
 */
import { addressOf, prefixOf } from "../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { contains, networkOf } from "../../values/address/subnet.ts";
import { objectionToLowest, objectionToOverlap } from "./address-rule.ts";
import { interfaceOf } from "./live-option.ts";
import type { LiveRule } from "./live-rule.ts";

/** The option under test, and the one that may name the interface */
type AddressOption<Name extends string, Value> = Readonly<Record<Name, Value>> & Readonly<Record<string, unknown>>;

/**
 * Requires an address in an interface's network, with its prefix length, but not its own.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 *
 * @example
 * ```ts
 * import { interfaceCidr, isBeside } from "wirework";
 * import { expect } from "bun:test";
 *
 * const own = interfaceCidr({ default: "172.17.42.1/16", help: "docker0's" }).default;
 * const reason = await isBeside("address", "docker0")(
 *   { address: own },
 *   { interface: async () => ({ isBridge: true, address: own }) },
 * );
 * expect(reason).toStartWith("--address 172.17.42.1 ");
 * ```
 */
export function isBeside<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Ipv4Cidr>> {
  return comparedWith(bridge, (values, own, neighbour) => {
    const address = addressOf(values[name]);
    if (!contains(own, address))
      return `--${name} ${address} is outside ${networkOf(own)}, the network of ${neighbour}`;
    if (prefixOf(values[name]) !== prefixOf(own))
      return `--${name} ${values[name]} must have the prefix length of ${neighbour}: ${address}/${prefixOf(own)}`;
    return address === addressOf(own) ? `--${name} ${address} is the address of ${neighbour}` : null;
  });
}

/**
 * Requires an interface's own address.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 *
 * @example
 * ```ts
 * import { interfaceCidr, ipv4, isAddressOn } from "wirework";
 * import { expect } from "bun:test";
 *
 * const own = interfaceCidr({ default: "172.17.42.1/16", help: "docker0's" }).default;
 * const gateway = ipv4({ default: "10.0.0.1", help: "the way out" }).default;
 * const reason = await isAddressOn("gateway", "docker0")(
 *   { gateway },
 *   { interface: async () => ({ isBridge: true, address: own }) },
 * );
 * expect(reason).toStartWith("--gateway 10.0.0.1 ");
 * ```
 */
export function isAddressOn<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Ipv4>> {
  return comparedWith(bridge, (values, own, link) =>
    values[name] === addressOf(own)
      ? null
      : `--${name} ${values[name]} is not the address of ${link}, which has ${addressOf(own)}`,
  );
}

/**
 * Requires an address other than an interface's own.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 *
 * @example
 * ```ts
 * import { interfaceCidr, isNewOn } from "wirework";
 * import { expect } from "bun:test";
 *
 * const own = interfaceCidr({ default: "172.17.42.1/16", help: "docker0's" }).default;
 * const reason = await isNewOn("bip", "docker0")(
 *   { bip: own },
 *   { interface: async () => ({ isBridge: true, address: own }) },
 * );
 * expect(reason).toBe("--bip: docker0 has 172.17.42.1 already");
 * ```
 */
export function isNewOn<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Ipv4Cidr>> {
  return comparedWith(bridge, (values, own, link) =>
    addressOf(values[name]) === addressOf(own) ? `--${name}: ${link} has ${addressOf(own)} already` : null,
  );
}

/**
 * Requires an address, or a network, that does not overlap with an interface's network.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 *
 * @example
 * ```ts
 * import { interfaceCidr, ipv4, isApartFrom } from "wirework";
 * import { expect } from "bun:test";
 *
 * const own = interfaceCidr({ default: "172.17.42.1/16", help: "docker0's" }).default;
 * const to = ipv4({ default: "172.17.0.3", help: "the other end" }).default;
 * const reason = await isApartFrom("to", "docker0")(
 *   { to },
 *   { interface: async () => ({ isBridge: true, address: own }) },
 * );
 * expect(reason).toStartWith("--to 172.17.0.3 ");
 * ```
 */
export function isApartFrom<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Ipv4Cidr>> {
  return comparedWith(bridge, (values, own, link) =>
    objectionToOverlap(name, values[name], networkOf(own), `the network of ${link}`),
  );
}

/**
 * Requires an address that stays free when Docker has assigned the lowest ones of an interface's network to
 * so many containers.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 *
 * @example
 * ```ts
 * import { interfaceCidr, isLeftOn } from "wirework";
 * import { expect } from "bun:test";
 *
 * const own = interfaceCidr({ default: "172.17.0.1/16", help: "docker0's" }).default;
 * const address = interfaceCidr({ default: "172.17.0.3/16", help: "a free address" }).default;
 * const host = { interface: async () => ({ isBridge: true, address: own }) };
 * expect(await isLeftOn("address", 1, "docker0")({ address }, host)).toBeNull();
 * expect(await isLeftOn("address", 2, "docker0")({ address }, host)).toEndWith(" 172.17.0.3");
 * ```
 */
export function isLeftOn<Name extends string>(
  name: Name,
  containers: number,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Ipv4Cidr>> {
  return comparedWith(bridge, (values, own) => objectionToLowest(name, values[name], containers, own));
}

/** Makes a rule that compares with an interface's address; the interface must have one */
function comparedWith<Values extends Readonly<Record<string, unknown>>>(
  bridge: string,
  objectionTo: (values: Values, own: Ipv4Cidr, link: string) => string | null,
): LiveRule<Values> {
  return async (values, host) => {
    const link = interfaceOf(bridge, values);
    const own = (await host.interface(link))?.address ?? null;
    return own === null ? `${link} has no address` : objectionTo(values, own, link);
  };
}
