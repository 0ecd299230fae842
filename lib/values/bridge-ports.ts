import type { Brand } from "./brand.ts";
import type { ValueType } from "./value-type.ts";
import { parseWholeNumber } from "./whole-number.ts";

/** The number of ports of a bridge, 1 to 1023 */
export type BridgePorts = Brand<number, "BridgePorts">;

/** BR_MAX_PORTS of net/bridge/br_private.h is 1024, and find_portno() of br_if.c gives no port the number 0 */
const RANGE = { kind: "a number of ports of one bridge", smallest: 1, largest: 1023 } as const;

/**
 * Makes a number of bridge ports of decimal digits.
 *
 * @throws {BadValue} when it is not a whole number from 1 to 1023; the kernel refuses more with `Exchange full`
 *
 * @example
 * ```ts
 * import { parseBridgePorts } from "./bridge-ports.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseBridgePorts("1000") + 0).toBe(1000);
 * expect(() => parseBridgePorts("1025")).toThrow(RangeError);
 * ```
 */
export function parseBridgePorts(text: string): BridgePorts {
  return parseWholeNumber(text, RANGE) as BridgePorts;
}

/** The type of an option that takes a number of bridge ports */
export const bridgePorts: ValueType<BridgePorts> = {
  kind: RANGE.kind,
  placeholder: "COUNT",
  parse: parseBridgePorts,
};
