/**
 * Options that default to the running host's value: Docker's bridge has another address today than in the
 * article's time.
 *
 * @module
 */
import { addressOf, prefixOf } from "../../values/address/cidr.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { isUsableHost, outermostHosts } from "../../values/address/subnet-hosts.ts";
import type { LiveHost } from "../run/live-host.ts";
import { interfaceCidr, ipv4, type Option, type OptionSettings } from "./option.ts";

/** The values of all options, by name */
type Values = Readonly<Record<string, unknown>>;

/**
 * The address of an interface, as a gateway; the default applies when no host is running, or it has no such
 * interface.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 * @throws {BadValue} when the default is not an address of a host
 *
 * @example
 * ```ts
 * import { gatewayOn } from "wirework";
 * import { expect } from "bun:test";
 *
 * const gateway = gatewayOn("docker0", { default: "172.17.42.1", help: "the bridge's own address" });
 * const value = await gateway.live?.({ interface: async () => null }, {});
 * expect<string | undefined>(value).toBe("172.17.42.1");
 * ```
 */
export function gatewayOn(bridge: string, settings: OptionSettings): Option<Ipv4> {
  const option = ipv4(settings);
  return {
    ...option,
    async live(host, values) {
      const own = await addressOn(host, bridge, values);
      return own === null ? option.default : addressOf(own);
    },
  };
}

/**
 * An address in an interface's network, with its prefix length: the default if it is in there, else the last
 * one.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 * @throws {BadValue} when the default is not an address of a host with its prefix
 *
 * @example
 * ```ts
 * import { addressBeside, interfaceCidr } from "wirework";
 * import { expect } from "bun:test";
 *
 * const address = addressBeside("docker0", { default: "172.17.42.99/16", help: "a free address" });
 * const today = interfaceCidr({ default: "172.18.0.1/16", help: "docker0's" }).default;
 * const value = await address.live?.({ interface: async () => ({ isBridge: true, address: today }) }, {});
 * expect<string | undefined>(value).toBe("172.18.255.254/16");
 * ```
 */
export function addressBeside(bridge: string, settings: OptionSettings): Option<Ipv4Cidr> {
  const option = interfaceCidr(settings);
  return {
    ...option,
    async live(host, values) {
      const own = await addressOn(host, bridge, values);
      return own === null ? option.default : neighbour(own, addressOf(option.default));
    },
  };
}

function neighbour(own: Ipv4Cidr, wanted: Ipv4): Ipv4Cidr {
  const address = addressOf(own);
  const [first, last] = outermostHosts(own);
  const free = isUsableHost(own, wanted) && wanted !== address ? wanted : last;
  return parseIpv4Cidr(`${free === address ? first : free}/${prefixOf(own)}`);
}

async function addressOn(host: LiveHost, bridge: string, values: Values): Promise<Ipv4Cidr | null> {
  return (await host.interface(interfaceOf(bridge, values)))?.address ?? null;
}

/** Returns the interface that an option names, or that is named directly */
export function interfaceOf(bridge: string, values: Values): string {
  return Object.hasOwn(values, bridge) ? String(values[bridge]) : bridge;
}
