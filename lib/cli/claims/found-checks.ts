import { EXIT } from "../errors/exit-status.ts";
import type { RecipeCheck } from "./statement.ts";

/** The checks of all recipes */
export interface FoundChecks {
  readonly checks: readonly RecipeCheck[];
  /** The recipes whose run failed, whatever the results of their checks; none when nothing ran */
  readonly failed: readonly string[];
}

/** Returns the exit status of `wirework claims` */
export function exitOf({ checks, failed }: FoundChecks): number {
  const isAsWanted = checks.every(({ result }) => result === "holds" || result === "not run");
  return isAsWanted && failed.length === 0 ? EXIT.done : EXIT.failed;
}
