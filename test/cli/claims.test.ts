/**
 * `wirework claims`: the article's statements, what proves each, and whether it holds.
 */
import { describe, expect, test } from "bun:test";

import { SECTIONS } from "../../lib/article/sections.ts";
import { STATEMENTS } from "../../lib/article/statements.ts";
import { UNCHECKED } from "../../lib/article/unchecked.ts";
import { exitOf } from "../../lib/cli/claims/found-checks.ts";
import { runAll } from "../../lib/cli/claims/run-all.ts";
import { statementsWith, withResults } from "../../lib/cli/claims/statement.ts";
import { claimLines } from "../../lib/cli/claims/claim-lines.ts";
import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { withoutNamespaces } from "../support/host/no-namespaces.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { SIZE } from "../support/size.ts";
import { users } from "../support/machine/users.ts";
import { startWirework, wirework } from "../support/wirework.ts";
import { naming } from "../support/naming.ts";
import { errorOf } from "../support/error-of.ts";

/** What --json prints */
interface Document {
  readonly schema: number;
  readonly statements: readonly {
    readonly number: number;
    readonly reason: string | null;
    readonly checks: readonly { readonly recipe: string; readonly name: string; readonly result: string }[];
  }[];
}

const PLANNED = [
  { recipe: "mine", claim: 3, name: "the first", result: "not run" },
  { recipe: "mine", claim: 4, name: "the second", result: "not run" },
  { recipe: "mine", claim: 3, name: "the third", result: "not run" },
] as const;
const ASKED = { ran: "ping", expected: "an answer", seen: "none" } as const;

test("without a run, all statements with their checks, or the reason for none; no sandbox is needed", async () => {
  const { status, stdout, stderr } = await wirework(withoutNamespaces, ["claims"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.split("\n");
  expect(lines.filter((line) => SECTIONS.some(({ title }) => title === line))).toEqual(
    SECTIONS.map(({ title }) => title),
  );
  for (const { number, says } of STATEMENTS) expect(lines).toContain(`${String(number).padStart(3)}  ${says}`);
  expect(stdout).toMatch(/^ {5}· point-to-point +\S.*$/m);
  for (const reason of Object.values(UNCHECKED)) expect(lines).toContain(`     no check: ${reason}`);
  expect(lines.at(-2)).toBe("no check was run: wirework claims --run runs them");
});

test("of a run, each check has its result, and those that a failed run did not reach have none", () => {
  const checks = withResults(PLANNED, [
    { claim: 3, name: "the first", ...ASKED, ok: true },
    { claim: 4, name: "the second", ...ASKED, ok: false },
  ]);
  expect(checks.map(({ result }) => result)).toEqual(["holds", "fails", "not reached"]);
  const lines = claimLines(statementsWith(checks));
  expect(lines).toContain("     ✓ mine  the first");
  expect(lines).toContain("     ✗ mine  the second (fails)");
  expect(lines).toContain("     – mine  the third (not reached)");
  expect(lines.at(-1)).toBe("checks: 1 passed, 1 failed, 1 not reached");
});

test.each([
  ["all hold, and no recipe failed", ["holds", "holds"], [], 0],
  ["nothing ran", ["not run"], [], 0],
  ["one does not hold", ["holds", "fails"], ["mine"], 1],
  ["one was not reached", ["holds", "not reached"], ["mine"], 1],
  ["all hold, and then the recipe failed", ["holds", "holds"], ["mine"], 1],
] as const)("%s", (_, results, failed, status) => {
  const checks = results.map((result) => ({ ...PLANNED[0], result }));
  expect(exitOf({ checks, failed })).toBe(status);
});

describe("what can't be asked for", () => {
  test.each([
    ["--on docker", "Cannot use --on without --run, which runs the recipes", "wirework claims --run --on docker"],
    ["--run --on host", "Cannot run all recipes on the host: only on throw-away ones", "--on docker"],
  ])("claims %s", async (line, message, hint) => {
    expect(await wirework(withoutNamespaces, ["claims", ...line.split(" ")])).toEqual({
      status: 2,
      stdout: "",
      stderr: `wirework: ${message}\n  try: ${hint}\n`,
    });
  });
});

test("a kind of host that there is not", async () => {
  const ended = await wirework(withoutNamespaces, ["claims", "--json", "--run", "--on", "dokcer"]);
  expect(ended.status).toBe(2);
  expect(errorOf(ended)).toMatchObject({ kind: "usage", message: naming('"dokcer"'), try: "--on docker" });
});

test("where nothing can run, it says so of each recipe, and ends with 1", async () => {
  const { status, stdout, stderr } = await wirework(withoutNamespaces, ["claims", "--run", "--json"]);
  expect(status).toBe(1);
  for (const name of recipeNames()) expect(stderr).toContain(`${name}: failed, 0 checks passed`);
  expect(stderr).toContain("Cannot open a sandbox");
  const { statements } = JSON.parse(stdout) as Document;
  const results = new Set(statements.flatMap(({ checks }) => checks.map(({ result }) => result)));
  expect([...results]).toEqual(["not reached"]);
});

test("a recipe that fails after its checks has failed", async () => {
  const late = await loadRecipe(
    recipeFile('await check(3).shows($`ip link show lo`, "lo");\nawait $`sudo ip link set none up`;'),
  );
  const made = await runAll([late], "sandbox", { by: null, signal: new Promise(() => {}) });
  expect(made).toEqual(
    new Map([["my-link", { ok: false, checks: [expect.objectContaining({ claim: 3, ok: true })] }]]),
  );
});

test.each(users)("Ctrl-C ends the recipe that runs, and all, as $name", async (user) => {
  const running = startWirework(user, ["claims", "--run"]);
  const errors = running.stderr.getReader();
  // The first recipe is done, and another one begins
  await errors.read();
  running.kill("SIGINT");
  errors.releaseLock();
  expect(await running.exited).toBe(130);
  expect(await running.stdout.text()).toBe("");
});

if (SIZE !== "quick") {
  test.each(users)("--run makes all of them, and they hold, as $name", async (user) => {
    const { status, stdout } = await wirework(user, ["claims", "--run", "--json"]);
    const { schema, statements } = JSON.parse(stdout) as Document;
    const checks = statements.flatMap((statement) => statement.checks);
    expect(checks.filter(({ result }) => result !== "holds")).toEqual([]);
    expect({ schema, status }).toEqual({ schema: 1, status: 0 });
    expect(new Set(checks.map(({ recipe }) => recipe))).toEqual(new Set(recipeNames()));
  });
}
