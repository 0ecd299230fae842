import type { BadValue } from "../../values/bad-value.ts";
import { quoted } from "../../values/quoted.ts";
import { findCause } from "./causes.ts";
import { StepError } from "./step-error.ts";

/** Thrown for a successful command whose output is not the expected value */
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
