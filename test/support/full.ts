/**
 * What takes minutes, and so is for `scripts/test --full`, which CI runs.
 */

/** Whether this is one of the files that it runs by themselves, and with all that they have */
export const IS_FULL = process.env["WIREWORK_TEST_FULL"] === "1";

/** All of them there; otherwise the first of every so many, so that each kind is tried */
export function someOf<Item>(every: number, items: readonly Item[]): readonly Item[] {
  return IS_FULL ? items : items.filter((_, at) => at % every === 0);
}
