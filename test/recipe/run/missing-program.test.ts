import { expect, test } from "bun:test";

import { ifMissing } from "../../../lib/recipe/if-missing.ts";
import type { Performer } from "../../../lib/shell/template/session-line.ts";
import { NotPermitted } from "../../../lib/shell/failure/not-permitted.ts";
import { shellOf } from "../../shell/on-this-machine.ts";
import { answering } from "../../support/terminal/answering.ts";

/** What a line becomes that is for who lacks brctl */
async function typed(exitCode: number, parts: Partial<Performer> = {}) {
  const { performer, ran } = answering((command) => (command.startsWith("brctl ") ? { exitCode, stdout: "1.7" } : {}));
  const { $, told, assertAllAwaited } = shellOf({ ...performer, ...parts });
  const package_ = "bridge-utils";
  await ifMissing({ ...performer, ...parts }, ["echo"], $)("brctl")`echo ${package_}`;
  assertAllAwaited();
  return { told, ran };
}

test.each([0, 1, 126, 128])("a program that ends with %d is there, and the line is not typed", async (exitCode) => {
  expect(await typed(exitCode)).toEqual({ told: [], ran: ["brctl --version"] });
});

test("the line is typed where a shell would not find the program", async () => {
  const told = ["echo bridge-utils", "echo bridge-utils → 0"];
  expect(await typed(127)).toEqual({ told, ran: ["brctl --version", "echo bridge-utils"] });
});

test.each([
  ["samples", ["echo bridge-utils", "echo bridge-utils → 0"]],
  ["names", []],
  ["variables", []],
] as const)("where nothing runs and %s stand for values, %j is told", async (unknowns, told) => {
  const { told: lines, ran } = await typed(127, { knows: false, unknowns });
  expect(lines).toEqual([...told]);
  expect(ran).not.toContain("brctl --version");
});

test("a line that is not permitted is refused, wherever its program is", async () => {
  const { performer, ran } = answering(() => ({}));
  const { $ } = shellOf(performer);
  await expect(ifMissing(performer, ["ip"], $)("brctl")`echo installed`).rejects.toThrow(NotPermitted);
  expect(ran).toEqual([]);
});
