import { describe, expect, test } from "bun:test";

import { asked, type Proving, proving, TEXTS } from "./proving.ts";

const A_B: readonly string[] = ["a  1\nb 2\n"];

/** What a check is given, what its command prints one time after the other, and what is seen in the end */
type Row = readonly [
  what: string,
  ask: (check: Proving["check"], $: Proving["$"]) => Promise<void>,
  printed: readonly string[],
  expected: string,
  seen: string,
  ok: boolean,
];

/** Longer than any test takes, in milliseconds */
const LONG = 600_000;

const { network, docker0 } = TEXTS;

test.each<Row>([
  ["shows", (check, $) => check.shows($`cat x`, "a", "b"), A_B, "a\nb", "a 1\nb 2", true],
  ["shows only in order", (check, $) => check.shows($`cat x`, "b", "a"), A_B, "b\na", "a 1\nb 2", false],
  ["shows later", (check, $) => check.shows($`cat x`, "b"), ["", "a\n", "b\n"], "b", "b", true],
  ["lists", (check, $) => check.lists($`cat x`, "a", "b"), A_B, "only a\nb", "a 1\nb 2", true],
  ["lists no more", (check, $) => check.lists($`cat x`, "a"), A_B, "only a", "a 1\nb 2", false],
  ["hides", (check, $) => check.hides($`cat x`, "c", "d"), A_B, "no c, no d", "no c, no d", true],
  ["hides not", (check, $) => check.hides($`cat x`, "c", "b"), A_B, "no c, no b", "a 1\nb 2", false],
  ["showsHostOf", (check, $) => check.showsHostOf($`cat x`, network), ["eth0 10.1.0.9/16\n"], ...TEXTS.host(true)],
  ["showsHostOf own", (check, $) => check.showsHostOf($`cat x`, network), ["eth0 10.1.0.2/16\n"], ...TEXTS.host(false)],
  ["meets", (check, $) => check.meets($`cat x`, "IN", "-j A"), ["-A IN -j A\n-A IN -j B"], "-j A", "-A IN -j A", true],
  ["meets not", (check, $) => check.meets($`cat x`, "OUT", "-j A"), ["-A IN -j A\n"], "-j A", "-A IN -j A", false],
])("%s", async (_what, ask, printed, expected, seen, ok) => {
  const { check, $, checked, ran } = proving(
    printed.map((stdout) => ({ stdout })),
    { patience: printed.length > 1 ? LONG : 0 },
  );
  await ask(check, $);
  expect(checked).toEqual([{ claim: 7, name: "a name", ran: "cat x", expected, seen, ok }]);
  if (ok) expect(ran).toHaveLength(printed.length);
});

test.each<readonly [string, Row[1]]>([
  ["shows", (check, $) => check.shows($`cat x`, "a")],
  ["lists", (check, $) => check.lists($`cat x`, "a")],
  ["hides", (check, $) => check.hides($`cat x`, "b")],
  ["same", (check, $) => check.same($`cat x`, $`cat y`)],
])("%s: what a command that fails has printed proves nothing", async (_what, ask) => {
  const { check, $, checked } = proving([{ stdout: "a\n", stderr: "oh\n", exitCode: 3 }]);
  await ask(check, $);
  expect(checked).toMatchObject([{ ok: false, seen: expect.stringContaining("exit status 3") }]);
});

describe("refuses", () => {
  test.each([
    [["a", "b"], { exitCode: 1, stdout: "a\n", stderr: "b\n" }, "a\nb", true],
    [["b", "a"], { exitCode: 1, stdout: "a\n", stderr: "b\n" }, "a\nb\nexit status 1", false],
    [["a"], { exitCode: 1, stdout: "x\n", stderr: "y a\nz\n" }, "y a", true],
    [["a"], { exitCode: 0, stdout: "a\n", stderr: "" }, "a\nexit status 0", false],
  ])("%j of %j", async (says, outcome, seen, ok) => {
    const { check, $, checked, ran } = proving([outcome]);
    await check.refuses($`cat x`, ...says);
    expect(checked).toMatchObject([{ ran: "cat x", expected: `a failure: ${says.join(", ")}`, seen, ok }]);
    expect(ran).toEqual(["cat x"]);
  });

  test("nothing in particular could not fail", () => {
    const { check, $ } = proving([]);
    expect(() => check.refuses($`cat x`)).toThrow(TypeError);
  });
});

test.each([
  ["a\n", "a\n", "a", true],
  ["a  b\n", "a b\n", "a b", true],
  ["a\n", "b\n", "< a\n> b", false],
  ["", "", "nothing", false],
])("same of %j and %j", async (one, other, seen, ok) => {
  const { check, $, checked, ran } = proving([{ stdout: one }, { stdout: other }]);
  await check.same($`cat x`, $`cat y`);
  const expected = { ran: "diff <(cat x) <(cat y)", expected: "no difference", seen, ok };
  expect(checked).toMatchObject([expected]);
  expect(ran).toEqual(["cat x", "cat y"]);
});

test("where nothing is performed, a check is what would be asked", async () => {
  const { check, $, planned, checked, ran, assertAllAwaited } = proving([], { knows: false });
  await check.same($`cat x`, $`cat y`);
  await check.shows($`cat x`, "a");
  await check.lists($`cat x`, "a");
  await check.hides($`cat x`, "a");
  await check.refuses($`cat x`, "a");
  await check.showsHostOf($`cat x`, docker0);
  await check.showsChosenPorts($`cat x`);
  await check.meets($`cat x`, "IN", ["a", "b"]);
  const line = asked("cat x");
  expect(planned.map(({ question }) => question)).toEqual([
    { kind: "same", line, other: asked("cat y") },
    { kind: "shows", line, expected: ["a"] },
    { kind: "lists", line, expected: ["a"] },
    { kind: "hides", line, expected: ["a"] },
    { kind: "refuses", line, expected: ["a"] },
    { kind: "showsHostOf", line, network: docker0 },
    { kind: "showsChosenPorts", line },
    { kind: "meets", line, chain: "IN", expected: [["a", "b"]] },
  ]);
  expect([checked, ran]).toEqual([[], []]);
  // Nobody else need await the commands
  expect(assertAllAwaited).not.toThrow();
});
