import { expect, test } from "bun:test";

import { readSignal, signalOf } from "../../../../lib/builtins/docker/commands/signal.ts";

test.each([
  ["KILL", 9],
  ["SIGKILL", 9],
  ["kill", 9],
  ["9", 9],
  ["", 9],
  ["RTMIN", 34],
  ["RTMIN+1", 35],
  ["SIGRTMAX", 64],
  ["RTMAX-1", 63],
  ["99", 99],
])("readSignal() takes %j for %d", (text, number) => {
  expect(readSignal(text)).toBe(number);
});

test.each(["BOGUS", "0", "SIG", "RTMIN5", "RTMAX+1", "9.5", "__proto__"])("readSignal() refuses %j", (text) => {
  expect(() => readSignal(text)).toThrow(`Error response from daemon: Invalid signal: ${text}`);
});

test("signalOf() knows every number up to 64, but for the two that are the C library's own", () => {
  const known = Array.from({ length: 70 }, (_, number) => number).filter((number) => {
    try {
      return signalOf(number) !== undefined;
    } catch {
      return false;
    }
  });
  const numbers = Array.from({ length: 64 }, (_, index) => index + 1);
  expect(known).toEqual(numbers.filter((number) => number !== 32 && number !== 33));
  expect(() => signalOf(99)).toThrow("The linux daemon does not support signal 99");
});
