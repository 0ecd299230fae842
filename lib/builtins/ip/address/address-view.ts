/**
 * What `ip` shows of an address, made once from what the kernel tells, and then written as text or as JSON.
 * Source: print_addrinfo() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { type AddressMessage, FAMILY, IFA } from "../../../netlink/addresses/address-message.ts";
import { hostIn } from "../host-in.ts";
import type { NumberNames } from "../number-names.ts";
import { plainText } from "../plain-text.ts";
import { NotOurs } from "../words.ts";
import { flagWords, IFA_F, otherFlags } from "./address-flags.ts";

/** What there is to show of an address; what is undefined it does not have */
export interface AddressView {
  readonly family: "inet" | "inet6";
  readonly local: string;
  /** That of the other end, where it is another one */
  readonly peer: string | undefined;
  readonly prefix: number;
  readonly metric: number | undefined;
  readonly broadcast: string | undefined;
  readonly anycast: string | undefined;
  readonly scope: string;
  readonly flags: readonly string[];
  readonly otherFlags: string | undefined;
  readonly label: string | undefined;
  readonly lifetime: Lifetime | undefined;
}

/** Seconds; {@linkcode FOREVER} is without an end */
export interface Lifetime {
  readonly valid: number;
  readonly preferred: number;
}

/** INFINITY_LIFE_TIME, include/net/addrconf.h */
export const FOREVER = 0xffff_ffff;

/**
 * Takes from a message what there is to show.
 *
 * @throws {NotOurs} when it is of another family than the two of the internet
 */
export function viewAddress(message: AddressMessage, scopes: NumberNames): AddressView {
  const { family, prefix, flags, scope, attributes } = message;
  const host = (type: number) => hostIn(attributes, type, family);
  const label = attributes.get(IFA.label);
  const local = host(IFA.local) ?? host(IFA.address);
  const other = host(IFA.address) ?? local;
  if (local === undefined) throw new NotOurs();
  return {
    family: familyName(family),
    local,
    peer: other === local ? undefined : other,
    prefix,
    metric: attributes.get(IFA.priority)?.readUInt32LE(0),
    broadcast: host(IFA.broadcast),
    anycast: host(IFA.anycast),
    scope: scopes.of(scope),
    flags: flagWords(family, flags),
    otherFlags: otherFlags(flags),
    label: label === undefined ? undefined : plainText(label),
    lifetime: lifetimeOf(attributes.get(IFA.cache), flags),
  };
}

function familyName(family: number): AddressView["family"] {
  if (family === FAMILY.inet) return "inet";
  if (family === FAMILY.inet6) return "inet6";
  throw new NotOurs();
}

/** `struct ifa_cacheinfo`: how long it is preferred, then how long it is valid */
function lifetimeOf(cache: Buffer | undefined, flags: number): Lifetime | undefined {
  if (cache === undefined) return undefined;
  const preferred = cache.readUInt32LE(0);
  // Of one that is no longer preferred `ip` reads a number with a sign: how long ago that ended
  const isOver = (flags & IFA_F.deprecated) !== 0 && preferred !== FOREVER;
  return { preferred: isOver ? preferred | 0 : preferred, valid: cache.readUInt32LE(4) };
}
