import { expect, test } from "bun:test";

import { mtu, parseMtu } from "../../lib/values/mtu.ts";
import { DIGITS_ONLY, OCTAL_NUMBER } from "./reasons.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  ["68", 68],
  ["1280", 1280],
  ["1500", 1500],
  ["65535", 65_535],
])("an MTU of %s bytes is accepted", (text, bytes) => {
  expect<number>(parseMtu(text)).toBe(bytes);
});

test.each([
  ["67", "the smallest is 68"],
  ["0", "the smallest is 68"],
  ["65536", "the largest is 65535"],
  ["9".repeat(400), "the largest is 65535"],
  ["01500", OCTAL_NUMBER],
  ["0x5dc", DIGITS_ONLY],
  ["1.5e3", DIGITS_ONLY],
  ["1500.0", DIGITS_ONLY],
  ["+1500", DIGITS_ONLY],
  ["-1500", DIGITS_ONLY],
  [" 1500", DIGITS_ONLY],
  ["1500\n", DIGITS_ONLY],
  ["1_500", DIGITS_ONLY],
  ["NaN", DIGITS_ONLY],
  ["", DIGITS_ONLY],
])("an MTU of %j is refused: %s", (text, reason) => {
  expect(refusalOf(mtu, text).reason).toBe(reason);
});

test("the number without its leading zeros is offered instead", () => {
  expect(refusalOf(mtu, "01500").tryThis).toBe("1500");
});
