import type { Brand } from "./brand.ts";
import type { ValueType } from "./value-type.ts";
import { parseWholeNumber } from "./whole-number.ts";

/** A maximum transmission unit in bytes, 68 to 65535 */
export type Mtu = Brand<number, "Mtu">;

/** RFC 791 has every link carry 68 bytes; ETH_MAX_MTU, include/uapi/linux/if_ether.h, is what veth and bridges allow */
const RANGE = { kind: "an MTU", smallest: 68, largest: 65_535 } as const;

/**
 * Makes an MTU of decimal digits.
 *
 * @throws {BadValue} when it is not a whole number from 68 to 65535
 *
 * @example
 * ```ts
 * import { parseMtu } from "./mtu.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseMtu("1500") + 0).toBe(1500);
 * ```
 */
export function parseMtu(text: string): Mtu {
  return parseWholeNumber(text, RANGE) as Mtu;
}

/** The type of an option that takes an MTU */
export const mtu: ValueType<Mtu> = {
  kind: RANGE.kind,
  placeholder: "BYTES",
  parse: parseMtu,
};
