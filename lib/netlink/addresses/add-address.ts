import { addressBytes } from "../../values/address/address.ts";
import { addressOf, prefixOf } from "../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { type Attribute, bytes, text } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { ADDRESS, addressHeader, FAMILY, IFA, SCOPE } from "./address-message.ts";

/** An address on a link */
export interface AddressOptions {
  /** The link's index, in the socket's own network namespace */
  readonly index: number;
  readonly address: Ipv4Cidr;
  /** The address of the other end of a link between two */
  readonly peer?: Ipv4;
  readonly broadcast?: Ipv4;
  /** The address's label: the link's name, optionally followed by a colon and more, as `eth0:1` */
  readonly label?: string;
  /** Defaults to `global`, and to `host` for 127.0.0.0/8 */
  readonly scope?: keyof typeof SCOPE;
}

/**
 * Adds an address to a link.
 *
 * Equivalent to: `ip address add $address dev $link`
 *
 * Refused with `EEXIST` when the link has it already, `ENODEV` when there is no such link
 */
export function addAddress(options: AddressOptions): Request {
  return about(ADDRESS.add, FLAGS.create | FLAGS.exclusive, options);
}

/**
 * Deletes an address from a link.
 *
 * Equivalent to: `ip address del $address dev $link`
 *
 * Refused with `EADDRNOTAVAIL` when the link does not have it
 */
export function deleteAddress(options: AddressOptions): Request {
  return about(ADDRESS.delete, 0, options);
}

function about(type: number, flags: number, options: AddressOptions): Request {
  const { index, address, peer, broadcast, label, scope } = options;
  const own = addressOf(address);
  const attributes: Attribute[] = [
    bytes(IFA.local, addressBytes(own)),
    bytes(IFA.address, addressBytes(peer ?? own)),
    ...(broadcast === undefined ? [] : [bytes(IFA.broadcast, addressBytes(broadcast))]),
    ...(label === undefined ? [] : [text(IFA.label, label)]),
  ];
  const header = { family: FAMILY.inet, prefix: prefixOf(address), scope: scopeOf(own, scope), index };
  return { type, flags, header: addressHeader(header), attributes };
}

/** Chooses the scope as `ip` does: default_scope() of its ip/ipaddress.c */
function scopeOf(address: Ipv4, scope: AddressOptions["scope"]): number {
  return SCOPE[scope ?? (address.startsWith("127.") ? "host" : "global")];
}
