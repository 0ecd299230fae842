import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { type Ipv4, reasonAgainstIpv4 } from "./ipv4.ts";
import { reasonAgainst, type Rule } from "../rule.ts";
import type { ValueType } from "../value-type.ts";

/**
 * An IPv4 address and the length of its network's prefix, as `ip addr add` takes it: `172.17.42.99/16` is
 * that one address on the network 172.17.0.0/16.
 */
export type Cidr = Brand<string, "Cidr">;

const KIND = "an address with its prefix";

/** RFC 4632 3.1; ipaddr.js would also take `/024` */
const PREFIX: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it has no prefix: add one such as /24" },
  {
    refuses: /\D/,
    reason: () => "its prefix is the number of network bits, such as /24",
  },
  { refuses: /^0\d/, reason: () => "its prefix begins with a zero" },
  {
    refuses: /^(?!(?:\d|[12]\d|3[0-2])$)/,
    reason: () => "a prefix is 32 at most",
  },
];

/** Why the text is no address with a prefix, or `null` when it is one */
export function reasonAgainstCidr(text: string): string | null {
  const { address, prefix } = halves(text);
  return reasonAgainstIpv4(address) ?? reasonAgainst(prefix, PREFIX);
}

/**
 * Makes an address with its prefix. The host's bits are kept: this is the address of an interface.
 *
 * @throws {BadValue} when the address is not four decimal parts, or the prefix not 0 to 32
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseCidr("172.17.42.99/16")).toBe("172.17.42.99/16");
 * expect(() => parseCidr("10.1.1.1")).toThrow(RangeError);
 * ```
 */
export function parseCidr(text: string): Cidr {
  const reason = reasonAgainstCidr(text);
  if (reason === null) return text as Cidr;
  const tryThis = reasonAgainstIpv4(text) === null ? `${text}/24` : null;
  throw new BadValue({ value: text, kind: KIND, reason, tryThis });
}

/**
 * The address of an address with its prefix: 172.17.42.99 of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { addressOf, parseCidr } from "./cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(addressOf(parseCidr("172.17.42.99/16"))).toBe("172.17.42.99");
 * ```
 */
export function addressOf(cidr: Cidr): Ipv4 {
  return halves(cidr).address as Ipv4; // checked when the whole was made
}

/**
 * The length of the prefix in bits, 0 to 32: 16 of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { parseCidr, prefixOf } from "./cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect(prefixOf(parseCidr("172.17.42.99/16"))).toBe(16);
 * ```
 */
export function prefixOf(cidr: Cidr): number {
  return Number(halves(cidr).prefix);
}

/** The parts before and after the first slash */
function halves(text: string): { address: string; prefix: string } {
  const slash = text.indexOf("/");
  if (slash === -1) return { address: text, prefix: "" };
  return { address: text.slice(0, slash), prefix: text.slice(slash + 1) };
}

/** The type of an option that takes an address with its prefix */
export const cidr: ValueType<Cidr> = {
  kind: KIND,
  placeholder: "CIDR",
  parse: parseCidr,
};
