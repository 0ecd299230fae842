import { expect, test } from "bun:test";
import fc from "fast-check";

import { nearest } from "../../../lib/values/name/nearest.ts";

const RECIPES = ["net-none-manual", "point-to-point", "custom-bridge", "link-icc-false"];
const OPTIONS = ["from", "to", "image", "dry-run", "quiet", "q"];

test.each([
  ["a missing letter", "point-to-pont", RECIPES, "point-to-point"],
  ["an added letter", "custom-bridgee", RECIPES, "custom-bridge"],
  ["a wrong letter", "link-icc-fasse", RECIPES, "link-icc-false"],
  ["two neighbours swapped", "form", OPTIONS, "from"],
  ["a missing hyphen", "dryrun", OPTIONS, "dry-run"],
  ["two mistakes in a longer word", "net-non-manul", RECIPES, "net-none-manual"],
  ["a mistake in a short word", "ot", OPTIONS, "to"],
  ["the word itself", "image", OPTIONS, "image"],
  ["the other case", "From", OPTIONS, "from"],
])("%s is seen through", (_, word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});

test.each([
  ["a word unlike any", "xyz", RECIPES],
  ["another word", "bridge", RECIPES],
  ["a single other letter", "x", OPTIONS],
  ["nothing", "", OPTIONS],
  ["a very long word", "x".repeat(1_000_000), [...OPTIONS, "y".repeat(100_000)]],
  ["a letter out of place beside a wrong one", "xt", ["to"]],
  ["a swap of letters that are no neighbours", "mfro", ["from"]],
])("%s means none of them", (_, word, candidates) => {
  expect(nearest(word, candidates)).toBeNull();
});

test("where there is nothing to choose from, nothing is chosen", () => {
  expect(nearest("from", [])).toBeNull();
});

test("of two, the nearer is chosen, and the first of two as near", () => {
  expect(nearest("bridge1", ["bridge23", "bridge2"])).toBe("bridge2");
  expect(nearest("bridge1", ["bridge2", "bridge3"])).toBe("bridge2");
  expect(nearest("form", ["from", "form"])).toBe("form");
});

test("a candidate is always nearest to itself", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), {
        minLength: 1,
      }),
      (candidates) => {
        for (const candidate of candidates.filter((word) => word.length > 1))
          expect(nearest(candidate, candidates)).toBe(candidate);
      },
    ),
  );
});
