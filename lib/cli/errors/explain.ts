/**
 * Explains errors to people and programs.
 *
 * @module
 */
import { explainGone } from "../../eras/gone.ts";
import { HostError } from "../../hosts/host-error.ts";
import { HOST_KINDS, type HostKind } from "../../hosts/host-kind.ts";
import { LabError } from "../../labs/lab-error.ts";
import { JournalError } from "../../labs/journal/journal-error.ts";
import { PartlyUndone } from "../../labs/machine/partly-undone.ts";
import { NoCLibrary } from "../../netlink/c-library.ts";
import { CheckFailed } from "../../recipe/checks/prover.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { RecipeError } from "../../recipe/recipe-error.ts";
import { printable } from "../../recipe/printable.ts";
import type { ErrorReport } from "../../recipe/run/report.ts";
import { lineIn } from "../../recipe/source-line.ts";
import { findCause } from "../../shell/failure/causes.ts";
import { CommandError } from "../../shell/failure/command-error.ts";
import { CannotUndo } from "../../shell/invert/cannot-undo.ts";
import { NotPermitted } from "../../shell/failure/not-permitted.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import { BadValue } from "../../values/bad-value.ts";
import { kindOf } from "./error-kind.ts";
import { EXIT } from "./exit-status.ts";
import { OutputClosed, OutputFailed } from "../terminal/standard-output.ts";
import { UsageError } from "./usage-error.ts";

/** An error report and its exit status */
export interface Explanation extends ErrorReport {
  readonly exit: number;
}

/** Explains an error from before the first step */
export function explain(error: unknown): Explanation {
  return { ...reportOf(error), exit: statusOf(error, isAboutInput(error) ? EXIT.usage : EXIT.failed) };
}

/** Explains why a recipe stopped: its steps had begun, so the input is not to blame */
export function explainFailure(error: unknown, { file, keep, on }: FailedRecipe): Explanation {
  const report = reportOf(error);
  const wantsLook = !keep && (error instanceof CheckFailed || error instanceof CommandError);
  return {
    ...report,
    cause: report.cause ?? (isForeseen(error) ? null : placeOf(error, file)),
    try: report.try ?? (wantsLook ? `the same with --keep, and look around in the ${HOST_KINDS[on]}` : null),
    exit: statusOf(error, EXIT.failed),
  };
}

/** Formats an explanation for people */
export function explanationLines({ message, cause, try: tryThis }: Omit<ErrorReport, "kind">): readonly string[] {
  const lines = [
    `wirework: ${message}`,
    ...(cause === null ? [] : [`  cause: ${cause}`]),
    ...(tryThis === null ? [] : [`  try: ${tryThis}`]),
  ];
  return lines.map((line) => printable(line).replaceAll("\n", "\n    "));
}

/** Formats an explanation for `--json` */
export function errorDocument({ exit, ...error }: Explanation): string {
  return JSON.stringify({ schema: 1, error, exit });
}

/** The failed recipe, and whether its host is kept already */
interface FailedRecipe extends Pick<LoadedRecipe, "file"> {
  readonly keep: boolean;
  readonly on: HostKind;
}

function reportOf(error: unknown): ErrorReport {
  return { kind: kindOf(error), ...wordsOf(error) };
}

function wordsOf(error: unknown): Omit<ErrorReport, "kind"> {
  const gone = error instanceof CommandError ? explainGone(error.stderr) : null;
  if (error instanceof CommandError && gone !== null) return { message: error.message, ...gone };
  if (
    error instanceof StepError ||
    error instanceof HostError ||
    error instanceof RecipeError ||
    error instanceof LabError ||
    error instanceof PartlyUndone ||
    error instanceof JournalError ||
    error instanceof NoCLibrary
  )
    return { message: error.message, cause: error.cause, try: error.tryThis };
  if (error instanceof UsageError || error instanceof BadValue || error instanceof NotPermitted)
    return { message: error.message, cause: null, try: error.tryThis };
  return { message: error instanceof Error ? error.message : String(error), ...ranOut(error) };
}

/** Explains an exhausted resource of the system, which is nobody's mistake: ulimit(1) */
function ranOut(error: unknown): Pick<ErrorReport, "cause" | "try"> {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const found = code === "EMFILE" || code === "EAGAIN" ? findCause(code) : null;
  return { cause: found?.cause ?? null, try: found?.tryThis ?? null };
}

function statusOf(error: unknown, otherwise: number): number {
  if (error instanceof OutputClosed) return EXIT.closed;
  if (error instanceof PartlyUndone || error instanceof JournalError) return EXIT.left;
  return error instanceof NotPermitted ? EXIT.refused : otherwise;
}

export function isAboutInput(error: unknown): boolean {
  return [HostError, LabError, NoCLibrary, RecipeError, UsageError, BadValue, CannotUndo].some(
    (type) => error instanceof type,
  );
}

/** Reports whether an error needs no place in the recipe: it names its line, or no line is to blame for it */
export function isForeseen(error: unknown): boolean {
  return [CheckFailed, CommandError, NotPermitted, OutputFailed].some((type) => error instanceof type);
}

/** Returns the place in the recipe that an error of its own came from: `TypeError at my-link.ts:12` */
export function placeOf(error: unknown, file: string): string | null {
  const line = lineIn(error, file);
  return line === null || !(error instanceof Error) ? null : `${error.name} at ${file}:${line}`;
}
