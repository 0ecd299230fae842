import { describe, expect, test } from "bun:test";

import type { Streams } from "../../../lib/builtins/builtin.ts";
import { dryPerformer } from "../../../lib/recipe/run/dry-performer.ts";
import { CheckFailed } from "../../../lib/recipe/checks/prover.ts";
import { recipe, type Tools } from "../../../lib/recipe/recipe.ts";
import { rehearse } from "../../../lib/recipe/run/rehearse.ts";
import { runRecipe, type RunResult } from "../../../lib/recipe/run/run-recipe.ts";
import { pid } from "../../../lib/recipe/value-samples.ts";
import { CommandError } from "../../../lib/shell/failure/command-error.ts";
import { ENDING } from "../../../lib/shell/failure/failures.ts";
import type { Performer } from "../../../lib/shell/template/session-line.ts";
import { NotPermitted } from "../../../lib/shell/failure/not-permitted.ts";
import { AT_ONCE } from "../../../lib/shell/pace.ts";
import { refusing } from "../../../lib/shell/refusing.ts";
import { answering, keeping, printing, type Told } from "../told.ts";

type Body = (tools: Tools, values: Readonly<Record<string, unknown>>) => Promise<void>;

const recipeOf = (run: Body) => recipe({ summary: "A test's", options: {}, permissions: { run: ["echo", "ls"] }, run });

/** Runs steps on a performer that prints what `echo` does, and fails `ls` */
async function runs(
  body: Body,
  performer: Performer = answering(({ commands: [{ argv }] }) =>
    argv[0] === "ls" ? { exitCode: 2, stdout: "", stderr: "no\n", ms: 0 } : printing(`${argv.slice(1).join(" ")}\n`),
  ),
): Promise<{ readonly result: RunResult; readonly told: readonly Told[] }> {
  const told: Told[] = [];
  const surroundings = { performer, observer: keeping(told), undoing: refusing("allowed"), pace: AT_ONCE };
  // A check that does not hold is not asked for again
  const failures = { ...ENDING, patience: 0 };
  return { result: await runRecipe(recipeOf(body), { a: 5 }, { ...surroundings, failures }), told };
}

test("a run keeps steps, checks and values, tells the observer of each, and of its end last", async () => {
  const { result, told } = await runs(async ({ $, step, check }, values) => {
    step("One");
    await $.let("pid", pid("2778"))`echo ${process.pid}`;
    step.told("Two");
    await check(3).shows($`echo ${String(values["a"])}`, "5");
  });
  const checked = { claim: 3, name: "", ran: "echo 5", expected: "5", seen: "5", ok: true };
  const echoed = `echo ${process.pid}`;
  expect(result).toMatchObject({
    steps: [
      { comment: "One", commands: [{ text: echoed, exit: 0 }, { text: `pid=${process.pid}` }] },
      { commands: [] },
    ],
    checks: [checked],
    names: [{ name: "pid", word: String(process.pid) }],
    terminals: [],
    failure: null,
  });
  expect(result.ms).toBeGreaterThan(0);
  expect(result.ms).toBeLessThan(60_000);
  expect(told).toEqual([
    ["step", ["One"], "its lines"],
    ["announce", echoed],
    ["finished", echoed, 0, `${process.pid}\n`],
    ["named", "pid", String(process.pid)],
    ["assign", "pid", String(process.pid), "article"],
    ["step", ["Two"], "told"],
    ["checked", checked],
    ["ended"],
  ]);
});

describe("a run fails", () => {
  test("with what the recipe throws, after which the observer is told of the end", async () => {
    const thrown = new Error("mine");
    const { result, told } = await runs(async () => {
      throw thrown;
    });
    expect(result.failure).toBe(thrown);
    expect(told).toEqual([["ended"]]);
  });

  test("with a command that fails, and one that is not permitted", async () => {
    expect((await runs(async ({ $ }) => void (await $`ls`))).result.failure).toBeInstanceOf(CommandError);
    expect((await runs(async ({ $ }) => void (await $`rm x`))).result.failure).toBeInstanceOf(NotPermitted);
  });

  test("with what its host knows of a command's words", async () => {
    const performer = {
      ...answering(() => ({ exitCode: 1, stdout: "", stderr: "its words\n", ms: 0 })),
      explain: (words: string, command: string) => ({ cause: `${words} of ${command}`, tryThis: "t" }),
    };
    const { result } = await runs(async ({ $ }) => void (await $`ls`), performer);
    expect(result.failure).toMatchObject({ cause: "its words of ls", tryThis: "t" });
  });

  test.each([
    ["a name of its own", "its name"],
    ["", "echo 1"],
  ])("with a check that somebody caught, by its name or what it ran: %s", async (_what, called) => {
    const { result } = await runs(async ({ $, check }) => {
      await check(1, "holds").shows($`echo 1`, "1");
      await check(7, called === "echo 1" ? "" : called)
        .shows($`echo 1`, "2")
        .catch(() => {});
      await check(8)
        .shows($`echo 1`, "3")
        .catch(() => {});
    });
    expect(result.failure).toEqual(new CheckFailed(7, called, "2", "1"));
    expect(result.failure).toBeInstanceOf(CheckFailed);
    expect(result.checks.map(({ ok }) => ok)).toEqual([true, false, false]);
  });

  test("with what nobody awaits", async () => {
    const { result } = await runs(async ({ $ }) => void $`echo x`);
    expect(result.failure).toBeInstanceOf(TypeError);
    const endless = { ...answering(() => printing("")), perform: () => new Promise<never>(() => {}) };
    const begun = await runs(async ({ $ }) => void $`echo x`.then(() => {}), endless);
    expect(begun.result.failure).toBeInstanceOf(TypeError);
  });

  test("with what is thrown where nobody awaits it", async () => {
    const late = new Error("late");
    const { result } = await runs(async () => {
      process.emit("unhandledRejection", late, Promise.resolve());
      await new Promise(() => {});
    });
    expect(result.failure).toBe(late);
  });
});

test("terminals that nobody has left are kept, with their words passed to the performer", async () => {
  const ran: (readonly string[])[] = [];
  const listed: string[] = [];
  const performer = answering(
    () => printing(""),
    async (argv, { output, input }: Streams) => {
      ran.push(argv);
      if (argv.includes("ps")) {
        output(Buffer.from(listed.map((id) => `${id}\n`).join("")));
        return 0;
      }
      listed.push(listed.length === 0 ? "4c01db0b339c" : "63f36fc01b5f");
      output(Buffer.from("root@x:/# "));
      for await (const _typed of input ?? []) return 0;
      return 1;
    },
  );
  const docker = recipe({
    summary: "A test's",
    options: {},
    permissions: { run: ["docker"] },
    run: async ({ $ }) => {
      const first = await $.terminal("1f1f4c1f931a")`docker run -i -t base one`;
      await $.terminal("1f1f4c1f931a")`docker run -i -t base two`;
      await first.exit();
    },
  });
  const surroundings = { performer, observer: keeping([]), undoing: refusing("allowed"), pace: AT_ONCE };
  const { terminals, failure } = await runRecipe(docker, {}, { ...surroundings, failures: ENDING });
  expect(failure).toBeNull();
  expect(terminals.map(({ exitCode }) => exitCode)).toEqual([null]);
  expect(ran.filter((argv) => argv.includes("run")).map((argv) => argv.at(-1))).toEqual(["one", "two"]);
});

test("a rehearsal throws what the recipe throws, and tells the observer of all else", async () => {
  const told: Told[] = [];
  const stations = { performer: dryPerformer, observer: keeping(told), undoing: refusing("allowed") };
  await rehearse(
    recipeOf(async ({ $ }) => void (await $`echo x`)),
    {},
    stations,
  );
  expect(told).toEqual([["announce", "echo x"], ["finished", "echo x", 0, ""], ["ended"]]);
  const thrown = new Error("mine");
  const failing = recipeOf(async () => {
    throw thrown;
  });
  await expect(rehearse(failing, {}, stations)).rejects.toBe(thrown);
});
