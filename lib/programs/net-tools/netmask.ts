/**
 * Netmasks, as the programs of former days want them.
 *
 * @module
 */

const FOUR_NUMBERS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/**
 * An address or a network as `ip` writes it, with a netmask behind it that stood in a word of its own.
 *
 * @param mask `null` where none was given: then the address says it by its class, as for ifconfig(8)
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

/** `null` for what is no netmask; `ip` takes one as it is as well */
function lengthOf(mask: string): number | null {
  const [, ...bytes] = FOUR_NUMBERS.exec(mask) ?? [];
  const bits = bytes.map((byte) => Number(byte).toString(2).padStart(8, "0")).join("");
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.replaceAll("0", "").length : null;
}
