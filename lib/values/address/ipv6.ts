import ipaddr from "ipaddr.js";

import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { Address } from "./address.ts";
import { ipv4Bytes, reasonAgainstDotted } from "./dotted.ts";

/** An IPv6 address in its one canonical spelling, RFC 5952 */
export type Ipv6 = Address<"inet6">;

const GROUPS = 8;

/** The last two groups, written as an IPv4 address: RFC 4291 2.2, 3 */
const DOTTED_END = /(?<=:)[^:]*\.[^:]*$/;

/**
 * The grammar of RFC 4291 2.2. ipaddr.js is laxer: it accepts `::ffff:010.0.0.1`, and reads `::1.2.3.4` as another
 * address
 */
const RULES: readonly Rule[] = [
  {
    refuses: /[^\da-f:]/i,
    reason: () => "it is hexadecimal groups with colons, such as 2001:db8::1",
  },
  { refuses: /:::/, reason: () => "a group stands between two colons, or nothing between just two" },
  { refuses: /::.*::/, reason: () => ":: may stand for zeros only once, as two would be ambiguous" },
  { refuses: /^:(?!:)|(?<!:):$/, reason: () => "a colon stands between two groups" },
  { refuses: /[\da-f]{5}/i, reason: () => "a group has four digits at most" },
];

/** Explains why the text, which has a colon in it, is no IPv6 address; `null` when it is one */
export function reasonAgainstIpv6(text: string): string | null {
  const { groups: written, end } = parts(text);
  const reason = (end === null ? null : reasonAgainstDotted(end)) ?? reasonAgainst(written, RULES);
  return reason ?? reasonAgainstCount(written);
}

function reasonAgainstCount(written: string): string | null {
  const count = groupsOf(written).length;
  if (!written.includes("::")) return count === GROUPS ? null : `it has eight groups, and this has ${count}`;
  return count < GROUPS ? null : `:: stands for one group at least, and this has ${count} beside it`;
}

/** The bytes of a text that {@linkcode reasonAgainstIpv6} accepts */
export function ipv6Bytes(text: string): Uint8Array {
  const { groups, end } = parts(text);
  const bytes = Uint8Array.from(ipaddr.IPv6.parse(groups).toByteArray());
  if (end !== null) bytes.set(ipv4Bytes(end), bytes.byteLength - 4);
  return bytes;
}

/** Splits the text into its groups and the IPv4 address at its end, which is replaced by groups of zeros */
function parts(text: string): { readonly groups: string; readonly end: string | null } {
  const end = DOTTED_END.exec(text)?.[0] ?? null;
  return { groups: end === null ? text : `${text.slice(0, -end.length)}0:0`, end };
}

function groupsOf(written: string): readonly string[] {
  return written === "" ? [] : written.split(/::?/).filter((group) => group !== "");
}
