import { expect, test } from "bun:test";

import { parsePid, pid } from "../../lib/values/pid.ts";
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
  ["02989", "a leading zero makes a number octal to some programs"],
  ["-1", "it is written in decimal digits only"],
  ["self", "it is written in decimal digits only"],
  ["2989\n", "it is written in decimal digits only"],
  ["<no value>", "it is written in decimal digits only"],
])("process id %j is refused: %s", (text, reason) => {
  expect(refusalOf(pid, text).reason).toBe(reason);
});
