import { describe, expect, test } from "bun:test";

import { inWordsOfPing } from "../../../lib/recipe/checks/echo-request.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";

const from = parseIpv4("10.0.0.9");

test.each([
  [0.0421, "0.042"],
  [0.9996, "1.000"],
  [1, "1.00"],
  [1.237, "1.24"],
  [9.994, "9.99"],
  [10, "10.0"],
  [12.37, "12.4"],
  [99.94, "99.9"],
  [100, "100"],
  [123.6, "124"],
])("an answer after %d ms took %s", (ms, time) => {
  expect(inWordsOfPing({ kind: "reply", from, bytes: 64, ttl: 63, ms })).toEqual({
    answered: true,
    seen: `64 bytes from 10.0.0.9: icmp_seq=1 ttl=63 time=${time} ms`,
  });
});

/** pr_icmph() of iputils, by type and code */
const MESSAGES: readonly (readonly [type: number, code: number, words: string])[] = [
  [3, 0, "Destination Net Unreachable"],
  [3, 1, "Destination Host Unreachable"],
  [3, 2, "Destination Protocol Unreachable"],
  [3, 3, "Destination Port Unreachable"],
  [3, 4, "Frag needed and DF set"],
  [3, 5, "Source Route Failed"],
  [3, 6, "Destination Net Unknown"],
  [3, 7, "Destination Host Unknown"],
  [3, 8, "Source Host Isolated"],
  [3, 9, "Destination Net Prohibited"],
  [3, 10, "Destination Host Prohibited"],
  [3, 11, "Destination Net Unreachable for Type of Service"],
  [3, 12, "Destination Host Unreachable for Type of Service"],
  [3, 13, "Packet filtered"],
  [3, 14, "Precedence Violation"],
  [3, 15, "Precedence Cutoff"],
  [11, 0, "Time to live exceeded"],
  [11, 1, "Frag reassembly time exceeded"],
];

test.each(MESSAGES)("a message of type %d and code %d says: %s", (type, code, words) => {
  expect(inWordsOfPing({ kind: "error", from, type, code })).toEqual({
    answered: false,
    seen: `From 10.0.0.9 icmp_seq=1 ${words}`,
  });
});

test.each([
  ["ENETUNREACH", "connect: Network is unreachable"],
  ["EHOSTUNREACH", "connect: No route to host"],
])("no way there, %s, says: %s", (code, seen) => {
  expect(inWordsOfPing({ kind: "unsent", call: "connect", code })).toEqual({ answered: false, seen });
});

test("silence is no answer", () => {
  expect(inWordsOfPing({ kind: "silence" })).toEqual({ answered: false, seen: "no answer" });
});

describe("ping itself is asked", () => {
  test.each([
    [3, 16],
    [11, 2],
    [4, 0],
    [12, 0],
  ])("about a message of type %d and code %d", (type, code) => {
    expect(inWordsOfPing({ kind: "error", from, type, code })).toBeNull();
  });

  test.each([
    ["sendmsg", "ENETUNREACH"],
    ["sendmsg", "EPERM"],
    ["connect", "EACCES"],
  ] as const)("what %s says with %s", (call, code) => {
    expect(inWordsOfPing({ kind: "unsent", call, code })).toBeNull();
  });

  test("without the right to raw sockets", () => {
    expect(inWordsOfPing(null)).toBeNull();
  });
});
