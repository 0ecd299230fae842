import { expect, test } from "bun:test";

import { countAround, TEN } from "../../../lib/recipe/checks/counting.ts";
import { NOTHING, type Outcome } from "../../../lib/shell/outcome.ts";

const isTenMore = (more: number) => more === TEN;

/** Reads these one after the other, and says what was done in which order */
async function count(readings: readonly Partial<Outcome>[], isAnswered = true) {
  const done: string[] = [];
  const left = [...readings];
  const finding = await countAround(
    async () => {
      done.push("read");
      return { ...NOTHING, ...left.shift() };
    },
    async () => {
      done.push("send");
      return isAnswered;
    },
    isTenMore,
  );
  expect(done).toEqual(["read", "send", "read"]);
  return finding;
}

test.each([
  ["5\n", "15\n", true],
  ["0", "10", true],
  ["5\n", "14\n", false],
  ["5\n", "16\n", false],
  ["15\n", "5\n", false],
])("from %j to %j: %p", async (before, after, ok) => {
  expect(await count([{ stdout: before }, { stdout: after }])).toEqual({
    ok,
    seen: `${before.trim()}, then ${after.trim()}`,
  });
});

test("packets that were not answered prove nothing", async () => {
  expect(await count([{ stdout: "5\n" }, { stdout: "15\n" }], false)).toEqual({
    ok: false,
    seen: "5, then 15, but not all were answered",
  });
});

test.each(["many\n", "5 packets\n", "packets 5\n", "", "-5\n", "5\n6\n"])("%j is no number", async (stdout) => {
  const seen = stdout.trim();
  expect(await count([{ stdout: "5\n" }, { stdout }])).toEqual({ ok: false, seen });
  expect(await count([{ stdout }, { stdout: "15\n" }])).toEqual({ ok: false, seen: "15" });
});

test("what a command that fails has printed is no number, and all that it said is seen", async () => {
  const failed = { exitCode: 1, stdout: "15\n1\n", stderr: "no such file\n" };
  expect(await count([{ stdout: "5\n" }, failed])).toEqual({ ok: false, seen: "15\n1\nno such file\nexit status 1" });
  expect((await count([{ exitCode: 1, stdout: "5\n" }, { stdout: "15\n" }])).ok).toBe(false);
});
