/**
 * Rules about a recipe's options and the running host, checked before the first step.
 *
 * @module
 */
import type { LiveHost } from "../run/live-host.ts";

/**
 * A rule about option values on a host; returns the reason why they break it, or `null`.
 *
 * @example
 * ```ts
 * import type { LiveRule } from "wirework";
 * import { expect } from "bun:test";
 *
 * const hasDocker0: LiveRule<unknown> = async (_, host) =>
 *   (await host.interface("docker0")) === null ? "there is no docker0" : null;
 * expect(await hasDocker0({}, { interface: async () => null })).toBe("there is no docker0");
 * ```
 */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/**
 * Requires an existing bridge.
 *
 * Equivalent to: `ip link show type bridge`
 *
 * @example
 * ```ts
 * import { isBridge } from "wirework";
 * import { expect } from "bun:test";
 *
 * const reason = await isBridge("bridge")({ bridge: "docker9" }, { interface: async () => null });
 * expect(reason).toBe('--bridge: the host has no interface "docker9"');
 * ```
 */
export function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>> {
  return async (values, host) => {
    const found = await host.interface(values[name]);
    if (found === null) return `--${name}: the host has no interface "${values[name]}"`;
    return found.isBridge ? null : `--${name}: "${values[name]}" is not a bridge`;
  };
}

/**
 * Requires a name that no interface of the host has, except one that the recipe itself removes.
 *
 * Equivalent to: `ip link show bridge0`
 *
 * @example
 * ```ts
 * import { isFree } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(await isFree("bridge")({ bridge: "bridge0" }, { interface: async () => null })).toBeNull();
 * ```
 */
export function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>> {
  return async (values, host) =>
    (await host.interface(values[name])) === null ? null : `--${name}: the host has an interface "${values[name]}"`;
}
