/**
 * Kinds of errors: the `kind` in `--json`, which stays the same when messages are reworded.
 *
 * @module
 */
import { HostError } from "../../hosts/host-error.ts";
import { MissingProgram } from "../../hosts/missing-program.ts";
import { JournalError } from "../../labs/journal/journal-error.ts";
import { LabError } from "../../labs/lab-error.ts";
import { PartlyUndone } from "../../labs/machine/partly-undone.ts";
import { NoCLibrary } from "../../netlink/c-library.ts";
import { Obstacle } from "../../recipe/run/obstacle.ts";
import { CheckFailed } from "../../recipe/checks/prover.ts";
import { RecipeError } from "../../recipe/recipe-error.ts";
import type { ErrorKind } from "../../recipe/run/report.ts";
import { CommandError } from "../../shell/failure/command-error.ts";
import { CannotUndo } from "../../shell/invert/cannot-undo.ts";
import { NotPermitted } from "../../shell/failure/not-permitted.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import { TemplateError } from "../../shell/template/template-error.ts";
import { BadValue } from "../../values/bad-value.ts";
import { UsageError } from "./usage-error.ts";

/** Error classes and their kinds; the first match counts */
const KINDS = [
  [UsageError, "usage"],
  [BadValue, "bad-value"],
  [Obstacle, "obstacle"],
  [RecipeError, "recipe"],
  [MissingProgram, "missing-program"],
  [NoCLibrary, "missing-program"],
  [HostError, "host"],
  [LabError, "lab"],
  [NotPermitted, "permission"],
  [CheckFailed, "failed-check"],
  [CommandError, "failed-command"],
  [CannotUndo, "cannot-undo"],
  [StepError, "failed-step"],
  [TemplateError, "template"],
  [PartlyUndone, "left"],
  [JournalError, "journal"],
] as const satisfies readonly (readonly [abstract new (...parts: never) => Error, ErrorKind])[];

/**
 * Names the kind of an error.
 *
 * @example
 * ```ts
 * import { expect } from "bun:test";
 * import { kindOf } from "./error-kind.ts";
 * import { UsageError } from "./usage-error.ts";
 *
 * expect(kindOf(new UsageError("not understood", "--json"))).toBe("usage");
 * expect(kindOf(new TypeError("undefined is not a function"))).toBe("error");
 * ```
 */
export function kindOf(error: unknown): ErrorKind {
  return KINDS.find(([type]) => error instanceof type)?.[1] ?? "error";
}
