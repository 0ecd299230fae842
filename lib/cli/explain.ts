/**
 * Errors, as a person and a program read them.
 *
 * @module
 */
import { HostError } from "../hosts/host-error.ts";
import { RecipeError } from "../recipe/recipe-error.ts";
import type { ErrorReport } from "../recipe/report.ts";
import { CommandError } from "../shell/command-error.ts";
import { NotPermitted } from "../shell/not-permitted.ts";
import { BadValue } from "../values/bad-value.ts";
import { EXIT } from "./exit-status.ts";
import { OutputClosed } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** What went wrong, and the exit status for it */
export interface Explanation extends ErrorReport {
  readonly exit: number;
}

/** Explains an error; what nobody foresaw keeps its own message */
export function explain(error: unknown): Explanation {
  if (error instanceof OutputClosed) return { message: "", cause: null, try: null, exit: EXIT.closed };
  if (error instanceof NotPermitted)
    return {
      message: error.message,
      cause: null,
      try: error.try,
      exit: EXIT.refused,
    };
  if (error instanceof CommandError || error instanceof HostError || error instanceof RecipeError) {
    const exit = error instanceof CommandError ? EXIT.failed : EXIT.usage;
    return {
      message: error.message,
      cause: error.cause,
      try: error.tryThis,
      exit,
    };
  }
  if (error instanceof UsageError || error instanceof BadValue) {
    return {
      message: error.message,
      cause: null,
      try: error.tryThis,
      exit: EXIT.usage,
    };
  }
  return {
    message: error instanceof Error ? error.message : String(error),
    cause: null,
    try: null,
    exit: EXIT.failed,
  };
}

/** The lines that a person reads */
export function explanationLines({ message, cause, try: tryThis }: ErrorReport): readonly string[] {
  return [
    `wirework: ${message}`,
    ...(cause === null ? [] : [`  cause: ${cause}`]),
    ...(tryThis === null ? [] : [`  try: ${tryThis}`]),
  ];
}

/** The document that `--json` prints instead */
export function errorDocument({ exit, ...error }: Explanation): string {
  return JSON.stringify({ schema: 1, error, exit });
}
