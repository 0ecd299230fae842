import { expect, test } from "bun:test";

import { BadValue } from "../../lib/values/bad-value.ts";

const bad = new BadValue({
  value: "10.1.1.1\u001B[2J",
  kind: "an IPv4 address",
  reason: "it is not",
  tryThis: "10.1.1.1",
});

test("the message names the value, the kind and the reason", () => {
  expect(bad.message).toBe('Cannot use "10.1.1.1\\u001b[2J" as an IPv4 address: it is not');
});

test("the parts stay apart, for those who show them in another way", () => {
  expect(bad).toMatchObject({
    name: "BadValue",
    value: "10.1.1.1\u001B[2J",
    kind: "an IPv4 address",
    reason: "it is not",
    tryThis: "10.1.1.1",
  });
});

test("it is a RangeError", () => {
  expect(bad).toBeInstanceOf(RangeError);
});
