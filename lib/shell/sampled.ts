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
 * const pid = sampled(pidType);
 * const found = await $.as("pid1", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;
 * ```
 */
export function sampled<T>(type: ValueType<T>): (sample: string) => Sampled<T> {
  return (sample) => {
    type.parse(sample);
    return { type, sample };
  };
}
