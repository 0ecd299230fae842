/**
 * The report of a run, printed by `wirework run --json`, schema 1.
 *
 * @module
 */
import type { Difference } from "../../eras/era-differences.ts";
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

/** A planned check of a statement */
export interface PlannedCheck {
  /** The statement's number in the article */
  readonly claim: number;
  readonly name: string;
  /** The description of the check */
  readonly ran: string;
  readonly expected: string;
}

/** The result of a check */
export interface CheckReport extends PlannedCheck {
  readonly seen: string;
  readonly ok: boolean;
}

/** Kinds of errors in `--json` */
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

/** The kind of an error: a word that stays when messages are reworded */
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** The reason why a run ended early */
export interface ErrorReport {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly cause: string | null;
  readonly try: string | null;
}

/** The engine of a run, and where it differs from the article in what the run has checked */
export interface EngineReport {
  /** The version as the engine reports it */
  readonly version: string;
  /** The era whose behaviour is expected; `null` when the version is unknown */
  readonly era: Era | null;
  readonly differences: readonly Difference[];
}

/** A whole run */
export interface RunReport {
  readonly schema: 1;
  readonly recipe: string;
  readonly on: HostKind;
  readonly ok: boolean;
  /** True in a dry run: nothing was executed or checked */
  readonly dryRun?: boolean;
  /** The lab that the host becomes after success */
  readonly lab?: string;
  readonly steps: readonly StepReport[];
  readonly checks: readonly CheckReport[];
  /** The real engine, if it reports its version */
  readonly engine?: EngineReport;
  /** Lines that could not be undone */
  readonly left: readonly string[];
  readonly ms: number;
  /** The error of a failed run */
  readonly error?: ErrorReport;
  readonly exit?: number;
}
