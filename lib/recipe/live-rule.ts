/**
 * What must hold between a recipe's options and the host that is up, asked before its first step.
 *
 * @module
 */
import { addressOf, type Cidr } from "../values/cidr.ts";
import { contains, networkOf } from "../values/subnet.ts";
import type { LiveHost } from "./live-host.ts";
import { interfaceOf } from "./live-option.ts";

/**
 * A rule about the values of options on a host; the reason why they break it, or `null`.
 *
 * @example
 * ```ts
 * import type { LiveRule } from "wirework";
 * import { expect } from "bun:test";
 *
 * const hasDocker0: LiveRule<unknown> = async (_, host) =>
 *   (await host.interface("docker0")) === null ? "there is no docker0" : null;
 * expect(await hasDocker0({}, { interface: async () => null })).toBe("there is no docker0");
 * ```
 */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/**
 * A bridge that must be there already.
 *
 * Equivalent to: `ip link show type bridge`
 *
 * @example
 * ```ts
 * import { isBridge } from "wirework";
 * import { expect } from "bun:test";
 *
 * const reason = await isBridge("bridge")({ bridge: "docker9" }, { interface: async () => null });
 * expect(reason).toBe('--bridge: the host has no interface "docker9"');
 * ```
 */
export function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>> {
  return async (values, host) => {
    const found = await host.interface(values[name]);
    if (found === null) return `--${name}: the host has no interface "${values[name]}"`;
    return found.isBridge ? null : `--${name}: "${values[name]}" is no bridge`;
  };
}

/**
 * A name that no interface of the host may have already, but for one that the recipe itself removes.
 *
 * Equivalent to: `ip link show bridge0`
 *
 * @example
 * ```ts
 * import { isFree } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(await isFree("bridge")({ bridge: "bridge0" }, { interface: async () => null })).toBeNull();
 * ```
 */
export function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>> {
  return async (values, host) =>
    (await host.interface(values[name])) === null ? null : `--${name}: the host has an interface "${values[name]}"`;
}

/**
 * An address that must be in the network of an interface, and not its own.
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
 * expect(reason).toBe("--address 172.17.42.1 is the address of docker0");
 * ```
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
