/**
 * What must hold between a recipe's options, asked before its first step.
 *
 * @module
 */
import { isPlain } from "../shell/quote.ts";
import type { Cidr } from "../values/cidr.ts";
import type { Ipv4 } from "../values/ipv4.ts";
import { quoted } from "../values/quoted.ts";
import { hostCount, isUsableHost } from "../values/subnet-hosts.ts";
import { contains, networkOf } from "../values/subnet.ts";

/** A rule about the values of options; the reason why they break it, or `null` */
export type Rule<Values> = (values: Values) => string | null;

/** Two options whose values must not be the same */
export function different<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, string | number>>> {
  return (values) => (values[one] === values[other] ? `--${one} and --${other} are both "${values[one]}"` : null);
}

/** A gateway that must be another host of an address's network: any other can't be reached */
export function gatewayInside<Gateway extends string, Address extends string>(
  gateway: Gateway,
  address: Address,
): Rule<Readonly<Record<Gateway, Ipv4> & Record<Address, Cidr>>> {
  return (values) => {
    const [way, own]: [Ipv4, Cidr] = [values[gateway], values[address]];
    if (!contains(own, way)) return `--${gateway} ${way} is outside of ${networkOf(own)}, the network of --${address}`;
    if (!isUsableHost(own, way))
      return `--${gateway} ${way} is the network's or the broadcast address of ${networkOf(own)}`;
    return own.startsWith(`${way}/`) ? `--${gateway} and --${address} are both ${way}` : null;
  };
}

/** A value that something else has already */
export function isNot<Name extends string>(
  name: Name,
  taken: string,
  whose: string,
): Rule<Readonly<Record<Name, string | number>>> {
  return (values) => (String(values[name]) === taken ? `--${name} cannot be "${taken}", ${whose}` : null);
}

/** A value that goes into a file which a shell reads: there it must mean itself, whatever is around it */
export function isPlainIn<Name extends string>(file: string, name: Name): Rule<Readonly<Record<Name, string>>> {
  return (values) =>
    isPlain(values[name])
      ? null
      : `--${name}: a shell reads ${file}, and to it ${quoted(values[name])} is more than a name`;
}

/** A network that must be large enough for so many hosts */
export function roomFor<Name extends string>(hosts: number, name: Name): Rule<Readonly<Record<Name, Cidr>>> {
  return (values) => {
    const network = networkOf(values[name]);
    const room = hostCount(network);
    return room < hosts ? `--${name}: ${network} has room for ${room} of the ${hosts} hosts that are needed` : null;
  };
}
