/**
 * Returns a random whole number from 0 up to, and without, a limit of at most 256. Each is equally likely.
 *
 * Uses the global Web Crypto: loading `node:crypto` takes longer than a whole `ip link add`.
 *
 * @example
 * ```ts
 * import { randomBelow } from "./random.ts";
 * import { expect } from "bun:test";
 *
 * expect([0, 1, 2]).toContain(randomBelow(3));
 * ```
 */
export function randomBelow(limit: number): number {
  // Bytes above the last whole multiple of the limit would make small numbers likelier
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 256 - (256 % limit) ? byte % limit : randomBelow(limit);
}
