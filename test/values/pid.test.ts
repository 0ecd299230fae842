import { expect, test } from "bun:test";

import { parsePid, pid } from "../../lib/values/pid.ts";
import { DIGITS_ONLY, OCTAL_NUMBER } from "./reasons.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  ["1", 1],
  ["2989", 2989],
  ["4194303", 4_194_303],
])("process id %s is accepted", (text, number) => {
  expect<number>(parsePid(text)).toBe(number);
});

test.each([
  ["0", "Docker prints 0 for a container that is not running"],
  ["4194304", "the largest is 4194303"],
  ["02989", OCTAL_NUMBER],
  ["-1", DIGITS_ONLY],
  ["self", DIGITS_ONLY],
  ["2989\n", DIGITS_ONLY],
  ["<no value>", DIGITS_ONLY],
])("process id %j is refused: %s", (text, reason) => {
  expect(refusalOf(pid, text).reason).toBe(reason);
});
