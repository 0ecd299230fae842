/**
 * Netmasks, as the older programs take them.
 *
 * @module
 */

const FOUR_NUMBERS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/**
 * Writes an address or a network as `ip` does, given the netmask from a word of its own.
 *
 * @param mask `null` when none was given: ifconfig(8) then takes it from the address's class
 *
 * @example
 * ```ts
 * import { withPrefix } from "./netmask.ts";
 * import { expect } from "bun:test";
 *
 * expect(withPrefix("10.1.1.1", "255.255.255.0")).toBe("10.1.1.1/24");
 * expect(withPrefix("172.17.42.1", null)).toBe("172.17.42.1/16");
 * expect(withPrefix("10.1.1.1/25", null)).toBe("10.1.1.1/25");
 * ```
 */
export function withPrefix(address: string, mask: string | null): string {
  if (mask !== null) return `${address}/${lengthOf(mask) ?? mask}`;
  const first = Number(FOUR_NUMBERS.exec(address)?.[1] ?? Number.NaN);
  return Number.isNaN(first) ? address : `${address}/${first < 128 ? 8 : first < 192 ? 16 : 24}`;
}

/** The prefix length of a netmask; `null` for what is none, which `ip` accepts as it is */
function lengthOf(mask: string): number | null {
  const [, ...bytes] = FOUR_NUMBERS.exec(mask) ?? [];
  const bits = bytes.map((byte) => Number(byte).toString(2).padStart(8, "0")).join("");
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.replaceAll("0", "").length : null;
}
