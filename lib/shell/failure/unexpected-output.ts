import type { BadValue } from "../../values/bad-value.ts";
import { quoted } from "../../values/quoted.ts";
import { findCause } from "./causes.ts";
import { StepError } from "./step-error.ts";

/** A command that succeeded, and whose output is not the value that it was to be */
export class UnexpectedOutput extends StepError {
  constructor(command: string, { value, kind, reason }: BadValue) {
    const printed = `printed ${quoted(value)}, which is not ${kind}: ${reason}`;
    const known = findCause(printed, command);
    super({
      message: `\`${command}\` ${printed}`,
      command,
      cause: known?.cause ?? null,
      tryThis: known?.tryThis ?? null,
    });
    this.name = "UnexpectedOutput";
  }
}
