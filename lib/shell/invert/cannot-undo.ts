import { StepError } from "../failure/step-error.ts";

/** A command that did not run, as it changes something that nobody could bring back */
export class CannotUndo extends StepError {
  /** @param reason goes on a sentence: `it removes rules of any origin` */
  constructor(command: string, reason: string) {
    super({
      message: `Did not run \`${command}\`: it could not be taken back`,
      command,
      cause: reason,
      tryThis: '$.irreversible("why that is fine")`…`, in the recipe',
    });
    this.name = "CannotUndo";
  }
}
