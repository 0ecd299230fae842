import { expect, test } from "bun:test";

import { parsePort, port } from "../../lib/values/port.ts";
import { DIGITS_ONLY, OCTAL_NUMBER } from "./reasons.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  ["1", 1],
  ["80", 80],
  ["65535", 65_535],
])("port %s is accepted", (text, number) => {
  expect<number>(parsePort(text)).toBe(number);
});

test.each([
  ["0", "the smallest is 1"],
  ["65536", "the largest is 65535"],
  ["080", OCTAL_NUMBER],
  ["0x50", DIGITS_ONLY],
  ["8e1", DIGITS_ONLY],
  ["80/tcp", DIGITS_ONLY],
  ["80-90", DIGITS_ONLY],
  ["http", DIGITS_ONLY],
])("port %j is refused: %s", (text, reason) => {
  expect(refusalOf(port, text).reason).toBe(reason);
});
