/**
 * Addresses of links, as the kernel describes them.
 *
 * @module
 */
import type { Address } from "../../values/address/address.ts";
import { type Family, familyOf } from "../../values/address/family.ts";
import { type AddressMessage, FAMILY, IFA, SCOPE } from "../addresses/address-message.ts";
import { kernelAddress } from "../addresses/kernel-address.ts";
import { listAddresses } from "../addresses/list-addresses.ts";
import { textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";

/** A flag that an address can be given beside its scope; the kernel sets others itself */
export type AddressFlag = "noprefixroute" | "nodad" | "home" | "mngtmpaddr" | "autojoin";

/** An address of a link */
export interface SeenAddress {
  readonly family: Family;
  readonly local: Address;
  /** The address at the other end, where it is another one */
  readonly peer: Address | null;
  readonly prefix: number;
  readonly broadcast: Address | null;
  /** `global`, `link`, or a number that has no name */
  readonly scope: string;
  /** `null` without one: IPv6 has none */
  readonly label: string | null;
  /** That of the route to its network */
  readonly metric: number | null;
  readonly flags: readonly AddressFlag[];
}

/** IFA_F_*, include/uapi/linux/if_addr.h, in the order in which `ip` prints them */
const FLAGS: readonly (readonly [bit: number, flag: AddressFlag])[] = [
  [0x200, "noprefixroute"],
  [0x2, "nodad"],
  [0x10, "home"],
  [0x100, "mngtmpaddr"],
  [0x400, "autojoin"],
];

/**
 * Sees the addresses of a link: those of IPv4 in the order in which they were given, those of IPv6 the last one first.
 *
 * Equivalent to: `ip address show dev $link`
 *
 * @param index the link's number
 * @throws {Refusal} when the kernel does not answer
 */
export function seeAddresses(socket: RouteSocket, index: number): readonly SeenAddress[] {
  return listAddresses(socket, { family: FAMILY.any, index }).flatMap(seenAddress);
}

/** Nothing for one of another protocol */
function seenAddress({ family, prefix, scope, flags, attributes }: AddressMessage): readonly SeenAddress[] {
  const host = (type: number) => kernelAddress(family, attributes.get(type));
  const local = host(IFA.local) ?? host(IFA.address);
  if (local === null) return [];
  const [peer, label] = [host(IFA.address), attributes.get(IFA.label)];
  return [
    {
      family: familyOf(local),
      local,
      peer: peer === local ? null : peer,
      prefix,
      broadcast: host(IFA.broadcast),
      scope: scopeName(scope),
      label: label === undefined ? null : textOf(label),
      metric: attributes.get(IFA.priority)?.readUInt32LE(0) ?? null,
      flags: FLAGS.flatMap(([bit, flag]) => ((flags & bit) === 0 ? [] : [flag])),
    },
  ];
}

/** Names what the kernel counts: RT_SCOPE_* of rtnetlink(7) */
export function scopeName(scope: number): string {
  return Object.entries(SCOPE).find(([, number]) => number === scope)?.[0] ?? `${scope}`;
}
