import { StepError } from "../failure/step-error.ts";

/** Thrown instead of running a command whose change can't be undone */
export class CannotUndo extends StepError {
  /** @param reason a clause: `it removes rules of any origin` */
  constructor(command: string, reason: string) {
    super({
      message: `Did not run \`${command}\`: it could not be undone`,
      command,
      cause: reason,
      tryThis: '$.irreversible("why that is fine")`…`, in the recipe',
    });
    this.name = "CannotUndo";
  }
}
