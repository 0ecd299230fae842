/**
 * A named network namespace without processes.
 *
 * @module
 */
import { Handle } from "../shell/template/handle.ts";
import type { Ipv4 } from "../values/address/ipv4.ts";
import { type NetnsName, parseNetnsName } from "../values/name/netns-name.ts";

/**
 * A network namespace with an entry in `/var/run/netns`: a place for checks, whose name can be used in
 * commands.
 *
 * @example
 * ```ts
 * import { ipv4, type NamedNetwork, networkNamed, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "Two network namespaces on one cable",
 *   options: {
 *     from: ipv4({ default: "10.1.1.1", help: "address of the first" }),
 *     to: ipv4({ default: "10.1.1.2", help: "address of the second" }),
 *   },
 *   permissions: { run: ["ip", "ping"] },
 *   async run({ $, check }, { from, to }) {
 *     const [one, two]: readonly [NamedNetwork, NamedNetwork] = [networkNamed("one", from), networkNamed("two", to)];
 *     for (const each of [one, two]) await $.told`sudo ip netns add ${each}`;
 *     await $.told`sudo ip -n ${one} link add A type veth peer name A netns ${two}`;
 *     for (const each of [one, two]) {
 *       await $.told`sudo ip -n ${each} addr add ${each.address}/24 dev A`;
 *       await $.told`sudo ip -n ${each} link set A up`;
 *     }
 *     await check(120, "they talk directly").ping(one, two);
 *   },
 * });
 * ```
 */
export class NamedNetwork extends Handle {
  /** Its entry in `/var/run/netns` */
  readonly name: NetnsName;
  /** Its own address, the target of checks */
  readonly address: Ipv4;

  constructor(name: NetnsName, address: Ipv4) {
    super();
    this.name = name;
    this.address = address;
  }

  /** @internal */
  override word(): string {
    return this.name;
  }

  /** @internal */
  override spelling(): null {
    return null;
  }
}

/**
 * A network namespace that the recipe itself creates, by its name.
 *
 * Equivalent to: `ip netns add $name`, which the recipe types itself
 *
 * @param name as `ip netns` takes it: no slash, not a number alone
 * @param address the address that the recipe assigns
 * @throws {BadValue} when the name is invalid
 *
 * @example
 * ```ts
 * import { ipv4, networkNamed } from "wirework";
 * import { expect } from "bun:test";
 *
 * const { default: address } = ipv4({ default: "10.0.0.2", help: "its address" });
 * expect<string>(networkNamed("c1", address).name).toBe("c1");
 * expect(() => networkNamed("c/1", address)).toThrow(RangeError);
 * ```
 */
export function networkNamed(name: string, address: Ipv4): NamedNetwork {
  return new NamedNetwork(parseNetnsName(name), address);
}
