const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;
const STEP = 1000;

/**
 * Formats a number of bytes as Docker does. Source: docker/go-units, `size.go`, `HumanSizeWithPrecision`.
 *
 * @param digits the largest number of digits
 *
 * @example
 * ```ts
 * import { humanSize } from "./size.ts";
 * import { expect } from "bun:test";
 *
 * expect([humanSize(0, 3), humanSize(2048, 4), humanSize(9_164_296, 3)]).toEqual(["0B", "2.048kB", "9.16MB"]);
 * ```
 */
export function humanSize(bytes: number, digits: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)), UNITS.length - 1);
  return `${Number((bytes / STEP ** power).toPrecision(digits))}${UNITS[power] ?? ""}`;
}
