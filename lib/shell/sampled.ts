import type { ValueType } from "../values/value-type.ts";

/** A type of value that commands print, with what the article prints there */
export interface Sampled<T> {
  readonly type: ValueType<T>;
  readonly sample: string;
}

/**
 * Makes the function that recipes give their samples to.
 *
 * @example
 * ```ts
 * import { pid as pidType } from "../values/pid.ts";
 * import { sampled } from "./sampled.ts";
 * import { expect } from "bun:test";
 *
 * const pid = sampled(pidType);
 * expect(pid("2989").sample).toBe("2989");
 * expect(() => pid("none")).toThrow("Cannot use");
 * ```
 */
export function sampled<T>(type: ValueType<T>): (sample: string) => Sampled<T> {
  return (sample) => {
    type.parse(sample);
    return { type, sample };
  };
}
