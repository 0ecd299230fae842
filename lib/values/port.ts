import type { Brand } from "./brand.ts";
import type { ValueType } from "./value-type.ts";
import { parseWholeNumber } from "./whole-number.ts";

/** A TCP or UDP port, 1 to 65535 */
export type Port = Brand<number, "Port">;

/** 16 bits (RFC 9293), of which 0 is reserved (RFC 6335) and means "any" to bind(2) */
const RANGE = { kind: "a port", smallest: 1, largest: 65_535 } as const;

/**
 * Makes a port of decimal digits.
 *
 * @throws {BadValue} when it is not a whole number from 1 to 65535
 *
 * @example
 * ```ts
 * import { parsePort } from "./port.ts";
 * import { expect } from "bun:test";
 *
 * expect(parsePort("80") + 0).toBe(80);
 * ```
 */
export function parsePort(text: string): Port {
  return parseWholeNumber(text, RANGE) as Port;
}

/** The type of an option that takes a port */
export const port: ValueType<Port> = {
  kind: RANGE.kind,
  placeholder: "PORT",
  parse: parsePort,
};
