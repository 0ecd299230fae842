/**
 * Lines of which there may be several that are the same.
 */
import { expect, test } from "bun:test";

import { beyond, times } from "../../lib/resources/lists.ts";

test.each([
  [[], [], []],
  [["a", "b"], [], ["a", "b"]],
  [["a", "b"], ["a"], ["b"]],
  [
    ["a", "a", "b", "a"],
    ["a", "c"],
    ["a", "b", "a"],
  ],
  [["a", "b"], ["b", "a"], []],
])("%j has beyond %j: %j", (lines, others, more) => {
  expect<readonly string[]>(beyond(lines, others)).toEqual(more);
  expect(others).toHaveLength(new Set(others).size);
});

test("a line is counted", () => {
  expect([times("a", ["a", "b", "a"]), times("c", ["a"]), times("a", ["aa"])]).toEqual([2, 0, 0]);
});
