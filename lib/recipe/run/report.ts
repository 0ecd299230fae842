/**
 * What a run did and found: of `wirework run --json`, schema 1.
 *
 * @module
 */
import type { Difference } from "../../eras/differences.ts";
import type { Era } from "../../eras/era.ts";
import type { HostKind } from "../../hosts/host-kind.ts";

/** A command that ran */
export interface CommandReport {
  readonly text: string;
  readonly argv: readonly string[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** A comment and the commands under it */
export interface StepReport {
  readonly comment: string;
  readonly commands: readonly CommandReport[];
}

/** A statement of the article that is to be proved */
export interface PlannedCheck {
  /** Its number */
  readonly claim: number;
  readonly name: string;
  /** What is asked */
  readonly ran: string;
  readonly expected: string;
}

/** A statement of the article, and whether it held */
export interface CheckReport extends PlannedCheck {
  readonly seen: string;
  readonly ok: boolean;
}

/** Kinds of errors, as `--json` has them */
export const ERROR_KINDS = [
  "usage",
  "bad-value",
  "recipe",
  "obstacle",
  "missing-program",
  "host",
  "lab",
  "permission",
  "template",
  "cannot-undo",
  "failed-check",
  "failed-command",
  "failed-step",
  "left",
  "journal",
  "stopped",
  "killed",
  "error",
] as const;

/** What went wrong, in a word that stays the same when a message is worded anew */
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** Why a run ended early */
export interface ErrorReport {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly cause: string | null;
  readonly try: string | null;
}

/** The engine of a run, and what it does otherwise than the article says, of what the run has checked */
export interface EngineReport {
  /** As it says it itself */
  readonly version: string;
  /** Which it is compared as; `null` when its version is not one that we know */
  readonly era: Era | null;
  readonly differences: readonly Difference[];
}

/** A whole run */
export interface RunReport {
  readonly schema: 1;
  readonly recipe: string;
  readonly on: HostKind;
  readonly ok: boolean;
  /** Only of a dry run: nothing was performed, and no check made */
  readonly dryRun?: boolean;
  /** Only of a run whose host becomes a lab when all goes well */
  readonly lab?: string;
  readonly steps: readonly StepReport[];
  readonly checks: readonly CheckReport[];
  /** Only of a run on a real engine that has said which it is */
  readonly engine?: EngineReport;
  /** What could not be undone */
  readonly left: readonly string[];
  readonly ms: number;
  /** Only of a run that failed */
  readonly error?: ErrorReport;
  readonly exit?: number;
}
