/**
 * What must hold between a recipe's options and the host that is up, asked before its first step.
 *
 * @module
 */
import { addressOf, type Cidr } from "../values/cidr.ts";
import { contains, networkOf } from "../values/subnet.ts";
import type { LiveHost } from "./live-host.ts";
import { interfaceOf } from "./live-option.ts";

/** A rule about the values of options on a host; the reason why they break it, or `null` */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/** A bridge that must be there already */
export function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>> {
  return async (values, host) => {
    const found = await host.interface(values[name]);
    if (found === null) return `--${name}: the host has no interface "${values[name]}"`;
    return found.isBridge ? null : `--${name}: "${values[name]}" is no bridge`;
  };
}

/** A name that no interface of the host may have already, but for one that the recipe itself removes */
export function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>> {
  return async (values, host) =>
    (await host.interface(values[name])) === null ? null : `--${name}: the host has an interface "${values[name]}"`;
}

/**
 * An address that must be in the network of an interface, and not its own.
 *
 * @param bridge the interface, or the option that names it
 */
export function isBeside<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<Readonly<Record<Name, Cidr>> & Readonly<Record<string, unknown>>> {
  return async (values, host) => {
    const neighbour = interfaceOf(bridge, values);
    const own = (await host.interface(neighbour))?.address ?? null;
    if (own === null) return `${neighbour} has no address`;
    const address = addressOf(values[name]);
    if (!contains(own, address))
      return `--${name} ${address} is outside of ${networkOf(own)}, the network of ${neighbour}`;
    return address === addressOf(own) ? `--${name} ${address} is the address of ${neighbour}` : null;
  };
}
