/**
 * Rules that limit numbers beyond their type.
 *
 * @module
 */
import type { Port } from "../../values/port.ts";
import type { Rule } from "./option-rule.ts";

/**
 * The lowest port that today's Docker chooses, the kernel's default: net.ipv4.ip_local_port_range. In Docker
 * 1.1 it was 49153
 */
const FIRST_CHOSEN = 32_768;

/**
 * Requires a number that is not below another one.
 *
 * @param whose a description of the smallest: `the length of a ping`
 *
 * @example
 * ```ts
 * import { isAtLeast } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(isAtLeast("mtu", 84, "its own length")({ mtu: 68 })).toBe("--mtu 68 is below 84, its own length");
 * ```
 */
export function isAtLeast<Name extends string>(
  name: Name,
  smallest: number,
  whose: string,
): Rule<Readonly<Record<Name, number>>> {
  return (values) => (values[name] < smallest ? `--${name} ${values[name]} is below ${smallest}, ${whose}` : null);
}

/**
 * Requires a port of the host below those that Docker chooses itself.
 *
 * @example
 * ```ts
 * import { isNotEphemeral, port } from "wirework";
 * import { expect } from "bun:test";
 *
 * const high = port({ default: "49153", help: "a port of the host" }).default;
 * const reason = isNotEphemeral("port")({ port: high });
 * expect(reason).toStartWith("--port 49153 ");
 * ```
 */
export function isNotEphemeral<Name extends string>(name: Name): Rule<Readonly<Record<Name, Port>>> {
  return (values) =>
    values[name] < FIRST_CHOSEN
      ? null
      : `--${name} ${values[name]} is in the range that Docker chooses from: take one below ${FIRST_CHOSEN}`;
}
