import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { Builder } from "../../learner/judge.ts";
import type { ErrorForm } from "../errors/report-error.ts";

/** The job of the process inside a lab */
export interface CheckJob {
  readonly kind: ThrowAwayKind;
  readonly builder: Builder;
  /** The form of its error reports */
  readonly form: ErrorForm;
  readonly recipe: {
    readonly name: string;
    /** The recipe's absolute path, which may not exist inside */
    readonly file: string;
    /** The recipe's source text */
    readonly source: string;
    /** Its options as typed, all valid */
    readonly typed: Readonly<Record<string, string>>;
  };
}
