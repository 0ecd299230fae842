/**
 * Formats changes of iptables rules, in batches that the kernel accepts from any user.
 *
 * @module
 */

/** The tables of iptables in which the engine has rules */
export type Table = "filter" | "nat";

/**
 * Small enough for one message: for users other than root its size is limited (`net.core.wmem_default`), and
 * 400 rules are too many
 */
const AT_ONCE = 100;

/**
 * Formats changes as input of iptables-restore(8), committed a hundred at a time.
 *
 * @param changes each as it follows `iptables`: `-A DOCKER …`
 * @returns an empty text when there is none
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
