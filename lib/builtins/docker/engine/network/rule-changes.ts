/**
 * Changes of iptables rules, in portions that the kernel takes from anybody.
 *
 * @module
 */

/** Those of iptables' tables that the engine has rules in */
export type Table = "filter" | "nat";

/** Few enough for one message: for whoever isn't root its size is bounded, and 400 rules are too many (`net.core.wmem_default`) */
const AT_ONCE = 100;

/**
 * Makes changes to a table's rules a text for iptables-restore(8), which commits a hundred at a time.
 *
 * @param changes each as it follows `iptables`: `-A DOCKER …`
 * @returns nothing for none
 * @example
 * ```ts
 * import { changesOf } from "./rule-changes.ts";
 * import { expect } from "bun:test";
 *
 * expect(changesOf("filter", ["-A FORWARD -j DROP"])).toBe("*filter\n-A FORWARD -j DROP\nCOMMIT\n");
 * ```
 */
export function changesOf(table: Table, changes: readonly string[]): string {
  const portions = Array.from({ length: Math.ceil(changes.length / AT_ONCE) }, (_, index) =>
    changes.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  return portions.map((portion) => [`*${table}`, ...portion, "COMMIT", ""].join("\n")).join("");
}
