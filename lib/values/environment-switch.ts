import { BadValue } from "./bad-value.ts";

/** Makes wirework run its own `ip`, `brctl` and `ping`; off, it runs the real ones where they are installed */
export const BUILTINS_VARIABLE = "WIREWORK_BUILTINS";

/** Makes wirework run from its bundle; off, it runs the modules themselves, for a debugger for example */
export const BUNDLE_VARIABLE = "WIREWORK_BUNDLE";

/** The environment variables that are on or off */
export const SWITCHES = [BUILTINS_VARIABLE, BUNDLE_VARIABLE] as const;

/** An environment variable that is on or off */
export type EnvironmentSwitch = (typeof SWITCHES)[number];

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ["", true],
  ["on", true],
  ["off", false],
]);

/**
 * Parses the value of an environment variable that is on or off: on when it is empty, or not set.
 *
 * @throws {BadValue} when it is neither `on` nor `off`
 *
 * @example
 * ```ts
 * import { parseSwitch } from "./environment-switch.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseSwitch("WIREWORK_BUILTINS", "off")).toBe(false);
 * expect(parseSwitch("WIREWORK_BUILTINS", undefined)).toBe(true);
 * expect(() => parseSwitch("WIREWORK_BUNDLE", "no")).toThrow(RangeError);
 * ```
 */
export function parseSwitch(name: EnvironmentSwitch, text: string | undefined): boolean {
  const isOn = WORDS.get(text ?? "");
  if (isOn !== undefined) return isOn;
  throw new BadValue({ value: text ?? "", kind: name, reason: "it is on or off", tryThis: "off" });
}
