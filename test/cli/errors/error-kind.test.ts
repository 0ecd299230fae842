import { expect, test } from "bun:test";

import { kindOf } from "../../../lib/cli/errors/error-kind.ts";
import { errorDocument, explain } from "../../../lib/cli/errors/explain.ts";
import { UnlikeAnyOption } from "../../../lib/cli/options/option-errors.ts";
import { UsageError } from "../../../lib/cli/errors/usage-error.ts";
import { HostError } from "../../../lib/hosts/host-error.ts";
import { MissingProgram } from "../../../lib/hosts/missing-program.ts";
import { JournalError } from "../../../lib/labs/journal/journal-error.ts";
import { LabError } from "../../../lib/labs/lab-error.ts";
import { PartlyUndone } from "../../../lib/labs/machine/partly-undone.ts";
import { NoCLibrary } from "../../../lib/netlink/c-library.ts";
import { Obstacle } from "../../../lib/recipe/run/obstacle.ts";
import { CheckFailed } from "../../../lib/recipe/checks/prover.ts";
import { RecipeError } from "../../../lib/recipe/recipe-error.ts";
import { CommandError } from "../../../lib/shell/failure/command-error.ts";
import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { NotPermitted } from "../../../lib/shell/failure/not-permitted.ts";
import { StaleValue } from "../../../lib/shell/failure/stale-value.ts";
import { TemplateError } from "../../../lib/shell/template/template-error.ts";
import { BadValue } from "../../../lib/values/bad-value.ts";

const ERRORS: readonly (readonly [kind: string, error: unknown])[] = [
  ["usage", new UsageError("m", null)],
  ["usage", new UnlikeAnyOption("m", null)],
  ["bad-value", new BadValue({ value: "v", kind: "k", reason: "r", tryThis: null })],
  ["recipe", new RecipeError("m", null, null)],
  ["obstacle", new Obstacle("m", null, null)],
  ["missing-program", new MissingProgram("m", "c", "t")],
  ["missing-program", new NoCLibrary("c", "t")],
  ["host", new HostError("m", "c", "t")],
  ["lab", new LabError("m", null, null)],
  ["permission", new NotPermitted({ program: "rm", allowed: ["ip"], argv: ["rm"], reason: "r" })],
  ["failed-check", new CheckFailed(1, "n", "e", "s")],
  ["failed-command", new CommandError("false", { exitCode: 1, stdout: "", stderr: "", ms: 1 }, null)],
  ["cannot-undo", new CannotUndo("ip", "r")],
  ["failed-step", new StaleValue("ip", { reason: "r", cause: "c", tryThis: "t" })],
  ["template", new TemplateError("a | b", 2, "|", "r")],
  ["left", new PartlyUndone("lab", [])],
  ["journal", new JournalError("f", "c")],
  ["error", new TypeError("m")],
  ["error", null],
];

test.each(ERRORS)("%s", (kind, error) => {
  expect<string>(kindOf(error)).toBe(kind);
  expect(JSON.parse(errorDocument(explain(error)))).toMatchObject({ schema: 1, error: { kind } });
});
