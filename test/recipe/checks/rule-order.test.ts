import { describe, expect, test } from "bun:test";

import { type ExpectedRule, metInOrder, spelledRules } from "../../../lib/recipe/checks/rule-order.ts";
import { Named } from "../../../lib/shell/template/named.ts";

const [JUMP, ONE, TWO, DROP] = ["-A IN -j A", "-A A -p tcp -j ONE", "-A A -p udp -j TWO", "-A IN -j DROP"] as const;
const LISTING = ["-P IN ACCEPT", "-N A", JUMP, ONE, TWO, DROP, "-A OUT -j REJECT"];

const one = new Named({ name: "one", value: "", sample: "1", word: "-j ONE", spelled: "name" });

test.each<readonly [readonly ExpectedRule[], readonly string[] | null]>([
  [["-j ONE"], [ONE]],
  [
    ["-j A", "-j DROP"],
    [JUMP, DROP],
  ],
  [
    ["-j A", "-j ONE", "-j TWO", "-j DROP"],
    [JUMP, ONE, TWO, DROP],
  ],
  [["-j  TWO"], [TWO]],
  [
    [one, "-j TWO"],
    [ONE, TWO],
  ],
  [["-j TWO", "-j ONE"], null],
  [["-j ONE", "-j ONE"], null],
  [["-j REJECT"], null],
  [["-j ACCEPT"], null],
  [["-j ONE", "-j REJECT"], null],
])("a packet meets %j: %j", (expected, found) => {
  expect(metInOrder("IN", expected)(LISTING)).toEqual(found);
});

describe("rules in any order", () => {
  test.each<readonly [readonly ExpectedRule[], readonly string[] | null]>([
    [
      [["-j TWO", "-j ONE"], "-j DROP"],
      [ONE, TWO, DROP],
    ],
    [
      ["-j A", ["-j TWO", one]],
      [JUMP, ONE, TWO],
    ],
    [[["-j DROP", "-j ONE"], "-j TWO"], null],
    [["-j ONE", ["-j A", "-j TWO"]], null],
    [[["-j ONE", "-j REJECT"]], null],
  ])("%j: %j", (expected, found) => {
    expect(metInOrder("IN", expected)(LISTING)).toEqual(found);
  });

  test("are as many as there are texts: one rule is not two", () => {
    expect(metInOrder("IN", [["-p tcp", "-j ONE"]])(LISTING)).toBeNull();
  });

  test("are met in the order of the listing, however many", () => {
    const rules = Array.from({ length: 11 }, (_, at) => `-A IN -p tcp --dport ${at + 100} -j ACCEPT`);
    const ports = rules.map((_, at) => `--dport ${at + 100}`).toReversed();
    expect(metInOrder("IN", [ports])(rules)).toEqual(rules);
  });
});

test.each<[readonly ExpectedRule[]]>([[[]], [[""]], [[[]]], [["-j A", []]], [["-j A", ["-j ONE", " "]]]])(
  "%j could not fail",
  (expected) => {
    expect(() => metInOrder("IN", expected)).toThrow(TypeError);
  },
);

test.each<readonly [readonly ExpectedRule[], string]>([
  [["-j A"], "-j A"],
  [["-j A", "-j B"], "-j A\n-j B"],
  [[["-j A"]], "-j A"],
  [[["-j A", "-j B"], "-j C"], "-j A and -j B, in any order\n-j C"],
])("%j is announced as %j", (expected, text) => {
  expect(spelledRules(expected)).toBe(text);
});
