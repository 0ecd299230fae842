import { expect, test } from "bun:test";

import { sameOutput } from "../../lib/recipe/checks/same-output.ts";
import { metInOrder, spelledRules } from "../../lib/recipe/checks/rule-order.ts";
import { stepOf } from "../../lib/recipe/step.ts";
import { printing } from "./told.ts";

test("a step's comment is its lines', the article's, or ours", () => {
  const begun: unknown[] = [];
  const step = stepOf((...values) => begun.push(values));
  step("a", "b");
  step.article("c", "d");
  step.told("e", "f");
  expect(begun).toEqual([
    [["a", "b"], "its lines"],
    [["c", "d"], "article"],
    [["e", "f"], "told"],
  ]);
});

const failed = (stdout: string) => ({ exitCode: 3, stdout, stderr: "", ms: 0 });

test.each([
  [printing("a  b\nc\n"), printing("a b\nc"), { ok: true, seen: "a b\nc" }],
  [printing("a\n"), printing("b\n"), { ok: false, seen: "< a\n> b" }],
  [printing("a\nb\n"), printing("a\n"), { ok: false, seen: "< a\n< b\n> a" }],
  [printing(""), printing("\n"), { ok: false, seen: "nothing" }],
  [printing(""), printing("a\n"), { ok: false, seen: "> a" }],
  [failed("a\n"), printing("a\n"), { ok: false, seen: "< a\n< exit status 3\n> a" }],
  [printing("a\n"), failed("a\n"), { ok: false, seen: "< a\n> a\n> exit status 3" }],
])("%j and %j are the same, or not", (one, other, finding) => {
  expect(sameOutput(one, other)).toEqual(finding);
});

const LISTING = [
  "-P F ACCEPT",
  "-N A",
  "-A F -p tcp -j A",
  "-A F -j DROP",
  "-A A -p tcp --dport 80 -j ACCEPT",
  "-A A -p udp -j LOG",
];
const [JUMP, DROP, TCP, UDP] = [LISTING[2], LISTING[3], LISTING[4], LISTING[5]].map((line) => line ?? "") as [
  string,
  string,
  string,
  string,
];

test.each([
  [["--dport 80"], [TCP]],
  [
    ["-j A", "--dport 80", "-j DROP"],
    [JUMP, TCP, DROP],
  ],
  [["-j DROP", "--dport 80"], null],
  [["--dport 80", "--dport 80"], null],
  [
    [["-p udp", "--dport 80"], "-j DROP"],
    [TCP, UDP, DROP],
  ],
  [["-j DROP", ["-p udp", "--dport 80"]], null],
  [[["--dport 80", "-j ACCEPT"]], null],
  [["--dport 81"], null],
  [[["--dport 80", "--dport 81"]], null],
])("%j are met in this order, or not", (expected, found) => {
  expect(metInOrder("F", expected)(LISTING)).toEqual(found);
});

test("no words are no rule", () => {
  for (const nothing of [[], [""], [[]], ["a", []], ["a", ["b", ""]]])
    expect(() => metInOrder("F", nothing)).toThrow(TypeError);
});

test("rules are spelled a line each, those in any order with that", () => {
  expect(spelledRules(["a", ["b", "c"], ["d"]])).toBe("a\nb and c, in any order\nd");
});
