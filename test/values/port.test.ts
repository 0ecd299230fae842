import { expect, test } from "bun:test";

import { parsePort, port } from "../../lib/values/port.ts";
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
  ["080", "a leading zero makes a number octal to some programs"],
  ["0x50", "it is written in decimal digits only"],
  ["8e1", "it is written in decimal digits only"],
  ["80/tcp", "it is written in decimal digits only"],
  ["80-90", "it is written in decimal digits only"],
  ["http", "it is written in decimal digits only"],
])("port %j is refused: %s", (text, reason) => {
  expect(refusalOf(port, text).reason).toBe(reason);
});
