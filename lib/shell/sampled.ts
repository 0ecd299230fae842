import type { ValueType } from "../values/value-type.ts";
import type { Held } from "./failure/objection.ts";

/** A type of value that commands print, with the article's sample of it */
export interface Sampled<T> {
  readonly type: ValueType<T>;
  readonly sample: string;
  /** @internal */
  readonly hold: Hold<T>;
}

/** Remembers the meaning of a value that has just been read; `null` when that can't change */
export type Hold<T> = (value: T) => Held | null;

/**
 * Makes the function that recipes pass their samples to.
 *
 * @param hold for values whose meaning may change, such as a process id
 *
 * @example
 * ```ts
 * import { pid as pidType } from "../values/pid.ts";
 * import { sampled } from "./sampled.ts";
 * import { expect } from "bun:test";
 *
 * const pid = sampled(pidType);
 * expect(pid("2989").sample).toBe("2989");
 * expect(() => pid("none")).toThrow(RangeError);
 * ```
 */
export function sampled<T>(type: ValueType<T>, hold: Hold<T> = () => null): (sample: string) => Sampled<T> {
  return (sample) => {
    type.parse(sample);
    return { type, sample, hold };
  };
}
