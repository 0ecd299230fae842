import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { Builder } from "../../learner/judge.ts";
import type { ErrorForm } from "../errors/report-error.ts";

/** What the process outside of a lab asks of the one inside */
export interface CheckErrand {
  readonly kind: ThrowAwayKind;
  readonly builder: Builder;
  /** How it tells of an error */
  readonly form: ErrorForm;
  readonly recipe: {
    readonly name: string;
    /** An absolute path, of a file that may not be seen inside */
    readonly file: string;
    /** What is in it */
    readonly source: string;
    /** Its options as typed; all of them are good */
    readonly typed: Readonly<Record<string, string>>;
  };
}
