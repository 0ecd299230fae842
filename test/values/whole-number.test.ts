/** Whole numbers as programs agree on them, at the edges of what a type takes. */
import { expect, test } from "bun:test";

import { BadValue } from "../../lib/values/bad-value.ts";
import { parseBridgePorts } from "../../lib/values/bridge-ports.ts";
import { randomBelow } from "../../lib/values/random.ts";
import { parseWholeNumber } from "../../lib/values/whole-number.ts";

const RANGE = { kind: "a number", smallest: 2, largest: 30 } as const;

test.each([
  ["2", 2],
  ["9", 9],
  ["10", 10],
  ["30", 30],
])("%j is one", (text, number) => {
  expect(parseWholeNumber(text, RANGE)).toBe(number);
});

test.each(["", "1", "31", "02", "3.0", "+3", "-3", " 3", "3 ", "3\n", "3e0", "0x3", "three", "٣"])(
  "%j is none",
  (text) => {
    expect(() => parseWholeNumber(text, RANGE)).toThrow(BadValue);
  },
);

test("where a leading zero is all that is wrong, the number without it is offered", () => {
  expect(() => parseWholeNumber("007", RANGE)).toThrow(
    expect.objectContaining({ value: "007", kind: "a number", tryThis: "7" }),
  );
  expect(() => parseWholeNumber("31", RANGE)).toThrow(expect.objectContaining({ tryThis: null }));
});

test("a bridge has 1 to 1023 ports", () => {
  expect([parseBridgePorts("1"), parseBridgePorts("1023")].map(Number)).toEqual([1, 1023]);
  for (const text of ["0", "1024"]) expect(() => parseBridgePorts(text)).toThrow(BadValue);
});

test("a random number is as likely as any other", () => {
  // A byte is 200 or more in 56 of 256 draws: if these stood for 0 to 55, there would be 43,750 of them, and not 28,000
  const low = Array.from({ length: 100_000 }, () => randomBelow(200)).filter((number) => number < 56).length;
  expect(Math.abs(low - 28_000)).toBeLessThan(2000);
});

test.each([1, 2, 3, 200, 256])("a random number below %d is each of them, and no other", (limit) => {
  const drawn = new Set(Array.from({ length: 20_000 }, () => randomBelow(limit)));
  expect([...drawn].toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: limit }, (_, number) => number),
  );
});
