/**
 * The way of a line: who is asked of it, and told of it, in which order.
 */
import { describe, expect, test } from "bun:test";

import { CommandError } from "../../../lib/shell/failure/command-error.ts";
import type { Failures } from "../../../lib/shell/failure/failures.ts";
import type { Line, Performer } from "../../../lib/shell/template/session-line.ts";
import { NOTHING, type Outcome } from "../../../lib/shell/outcome.ts";
import { sampled } from "../../../lib/shell/sampled.ts";
import { openShell, type Shell } from "../../../lib/shell/open-shell.ts";
import { UnexpectedOutput } from "../../../lib/shell/failure/unexpected-output.ts";
import { pid as pidType } from "../../../lib/values/pid.ts";
import { answering, keeping, printing, type Told } from "../../recipe/told.ts";

const held: number[] = [];
const pid = sampled(pidType, (value) => {
  held.push(value);
  return null;
});

const SAMPLE = "2778";

/** A shell whose stations keep what they are asked; a failure is met and not thrown */
function stationsOf(
  answer: Outcome,
  performs: Partial<Performer> = {},
  isLeftOut = false,
): { $: Shell; told: Told[]; lines: Line[]; met: Error[] } {
  const told: Told[] = [];
  const lines: Line[] = [];
  const met: Error[] = [];
  const failures: Failures = { patience: 0, meet: (error) => void met.push(error), unmade: () => {} };
  const performer = answering((line) => {
    told.push(["perform", line.text]);
    return answer;
  });
  const { $ } = openShell({
    allowed: ["echo", "wc"],
    announcer: keeping(told),
    performer: { ...performer, ...performs },
    undoing: {
      before: async (line) => {
        lines.push(line);
        told.push(["undoing"]);
        return {
          line: { ...line, text: `marked ${line.text}` },
          after: async ({ exitCode }) => {
            // A moment later, as of what is written to a file
            await Promise.resolve();
            told.push(["kept", exitCode]);
          },
        };
      },
    },
    pace: {
      before: async () => {
        told.push(["pace"]);
        return isLeftOut ? null : { after: async () => void told.push(["shown"]) };
      },
    },
    failures,
  });
  return { $, told, lines, met };
}

test("a line is paced, kept, announced, performed with its marks, told, and shown", async () => {
  const { $, told, met } = stationsOf(printing("x\n"));
  expect((await $`echo x`).text()).toBe("x");
  const way = [["pace"], ["undoing"], ["announce", "echo x"], ["perform", "marked echo x"], ["kept", 0]];
  expect<unknown>(told).toEqual([...way, ["finished", "echo x", 0, "x\n"], ["shown"]]);
  expect(met).toEqual([]);
});

test("one that runs quietly is kept and performed only", async () => {
  const { $, told } = stationsOf({ ...NOTHING, exitCode: 3 });
  expect(await $`echo x`.quietly()).toMatchObject({ exitCode: 3 });
  expect<unknown>(told).toEqual([["undoing"], ["perform", "marked echo x"], ["kept", 3]]);
});

test("one that is left out is only paced", async () => {
  const { $, told } = stationsOf(printing("x\n"), {}, true);
  expect((await $`echo x`).text()).toBe("");
  const value = await $.as("pid", pid(SAMPLE))`echo 5`;
  expect<unknown>([value.value, value.word(), value.spelling()]).toEqual([2778, SAMPLE, null]);
  expect<unknown>(told).toEqual([["pace"], ["pace"]]);
});

test("a line has what was said of it, and is for itself but where it gives a value", async () => {
  const { $, lines } = stationsOf(printing("5\n"));
  await $`echo x`;
  await $.told.irreversible("as a test")`echo x`;
  await $.as("one", pid(SAMPLE))`echo 5`;
  await $.append("a b")`echo x`;
  await $.background("log", "ready")`echo x`;
  await $.pipe($`echo x`, $.told`wc`);
  const plain = { redirection: null, stays: null, gives: null, speaker: "article", irreversible: null } as const;
  const parts = lines.map(({ commands, ...line }) => ({ ...line, programs: commands.map(({ argv }) => argv[0]) }));
  expect<unknown>(parts).toEqual([
    { ...plain, text: "echo x", programs: ["echo"] },
    { ...plain, text: "echo x", speaker: "told", irreversible: "as a test", programs: ["echo"] },
    { ...plain, text: "echo 5", gives: "one", programs: ["echo"] },
    { ...plain, text: "echo x >> 'a b'", redirection: { operator: ">>", file: "a b" }, programs: ["echo"] },
    {
      ...plain,
      text: "echo x > log 2>&1 &",
      redirection: { operator: ">", file: "log" },
      stays: "ready",
      programs: ["echo"],
    },
    { ...plain, text: "echo x | wc", programs: ["echo", "wc"] },
  ]);
});

describe("a value", () => {
  test("is told with its name, and held as it was printed", async () => {
    const { $, told } = stationsOf(printing("4711\n"));
    const value = await $.let("pid", pid(SAMPLE))`echo x`;
    expect<unknown>([value.value, value.word(), value.sample, value.spelling()]).toEqual([4711, "4711", SAMPLE, "pid"]);
    expect<unknown>(told.slice(-2)).toEqual([
      ["named", "pid", "4711"],
      ["assign", "pid", "4711", "article"],
    ]);
    expect(held.at(-1)).toBe(4711);
  });

  test.each([
    ["fails", { ...NOTHING, exitCode: 1, stdout: "4711\n" }, CommandError],
    ["prints none", printing("none\n"), UnexpectedOutput],
  ])("of a command that %s is the article's, where the run goes on", async (_what, outcome, kind) => {
    const { $, told, met } = stationsOf(outcome);
    const value = await $.let("pid", pid(SAMPLE))`echo x`;
    expect<unknown>([value.value, value.word(), value.spelling()]).toEqual([2778, SAMPLE, "pid"]);
    expect(met.map((error) => error.constructor)).toEqual([kind]);
    expect(told.filter(([event]) => event === "named")).toEqual([]);
  });

  test.each([
    ["names", "as", "pid", "..."],
    ["names", "let", "pid", "..."],
    ["samples", "as", null, SAMPLE],
    ["samples", "let", "pid", SAMPLE],
    ["variables", "as", "pid", "..."],
    ["variables", "let", "pid", "..."],
  ] as const)("that nobody knows, with %s, by $.%s, is spelled %p", async (unknowns, by, spelling, assigned) => {
    const { $, told } = stationsOf(NOTHING, { knows: false, unknowns });
    const value = await $.told[by]("pid", pid(SAMPLE))`echo x`;
    expect<unknown>([value.value, value.word(), value.spelling()]).toEqual([2778, SAMPLE, spelling]);
    const assigns = told.filter(([event]) => event === "assign");
    expect<unknown>(assigns).toEqual(by === "let" ? [["assign", "pid", assigned, "told"]] : []);
  });

  test.each([
    ["names", "as", true],
    ["samples", "as", true],
    ["variables", "as", false],
    ["names", "let", false],
    ["samples", "let", false],
  ] as const)("can be set twice, or not: with %s, by $.%s", async (unknowns, by, may) => {
    const { $ } = stationsOf(printing("5\n"), { unknowns });
    await $[by]("pid", pid(SAMPLE))`echo 5`;
    await $[by]("other", pid(SAMPLE))`echo 5`;
    const again = $[by]("pid", pid(SAMPLE))`echo 5`.then(
      () => true,
      (error: unknown) => !(error instanceof TypeError),
    );
    expect(await again).toBe(may);
  });
});
