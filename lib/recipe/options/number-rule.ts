/**
 * What must hold of numbers, where smaller or larger ones would do elsewhere.
 *
 * @module
 */
import type { Port } from "../../values/port.ts";
import type { Rule } from "./rule.ts";

/** From here on Docker chooses ports today, as the kernel does by default: net.ipv4.ip_local_port_range. Docker 1.1: 49153 */
const FIRST_CHOSEN = 32_768;

/**
 * A number that must not be below another one.
 *
 * @param whose what is said of the smallest: `the length of a ping`
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
 * A port of the host that must be below those from which Docker chooses itself.
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
      : `--${name} ${values[name]} is one that Docker may choose itself: take one below ${FIRST_CHOSEN}`;
}
