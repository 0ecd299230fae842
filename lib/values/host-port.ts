import { BadValue } from "./bad-value.ts";
import { parsePort, type Port } from "./port.ts";
import type { ValueType } from "./value-type.ts";

const KIND = "a port of the host";
const REASON = "docker port prints an address, a colon and a number";

/**
 * Reads what `docker port CONTAINER PORT` prints: an address and a port, in lines of their own where there are several. The
 * port is the first line's.
 *
 * @throws {BadValue} when that is none, as of a container that has no such port
 *
 * @example
 * ```ts
 * import { parseHostPort } from "./host-port.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseHostPort("0.0.0.0:49153\n:::49153") + 0).toBe(49153);
 * ```
 */
export function parseHostPort(text: string): Port {
  const [, port] = /^[\d.:[\]a-f]+:(\d+)(?:\n|$)/.exec(text) ?? [];
  if (port === undefined) throw new BadValue({ value: text, kind: KIND, reason: REASON, tryThis: null });
  return parsePort(port);
}

/** The type of what `docker port` tells */
export const hostPort: ValueType<Port> = { kind: KIND, placeholder: "ADDRESS:PORT", parse: parseHostPort };
