import type { Objection } from "./objection.ts";
import { StepError } from "./step-error.ts";

/** A command that was not run, as a value in it no longer stands for what it was read as */
export class StaleValue extends StepError {
  constructor(command: string, { reason, cause, tryThis }: Objection) {
    super({ message: `Did not run \`${command}\`: ${reason}`, command, cause, tryThis });
    this.name = "StaleValue";
  }
}
