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

/** A flag that an address can be added with; the kernel sets others itself */
export type AddressFlag = "noprefixroute" | "nodad" | "home" | "mngtmpaddr" | "autojoin";

/** An address of a link */
export interface SeenAddress {
  readonly family: Family;
  readonly local: Address;
  /** The address at the other end; `null` when it is the same */
  readonly peer: Address | null;
  readonly prefix: number;
  readonly broadcast: Address | null;
  /** `global`, `link`, or a number without a name */
  readonly scope: string;
  /** The label; `null` without one, as always in IPv6 */
  readonly label: string | null;
  /** The metric of the route to its network */
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
 * Sees the addresses of a link: in IPv4 in the order in which they were added, in IPv6 the newest first.
 *
 * Equivalent to: `ip address show dev $link`
 *
 * @param index the link's index
 * @throws {Refusal} when the kernel does not answer
 */
export function seeAddresses(socket: RouteSocket, index: number): readonly SeenAddress[] {
  return listAddresses(socket, { family: FAMILY.any, index }).flatMap(seenAddress);
}

/** Parses an address; empty for another protocol's */
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

/** Returns the name of a scope: RT_SCOPE_* of rtnetlink(7) */
export function scopeName(scope: number): string {
  return Object.entries(SCOPE).find(([, number]) => number === scope)?.[0] ?? `${scope}`;
}
