import type { Line } from "../template/session-line.ts";
import type { Objection } from "./objection.ts";
import { StepError } from "./step-error.ts";

/** Thrown instead of running a command with a value that no longer means what it did */
export class StaleValue extends StepError {
  constructor(command: string, { reason, cause, tryThis }: Objection) {
    super({ message: `Did not run \`${command}\`: ${reason}`, command, cause, tryThis });
    this.name = "StaleValue";
  }
}

/**
 * Refuses a line with such a value.
 *
 * @throws {StaleValue} when there is one
 */
export function refuseStale({ text, commands }: Line): void {
  for (const { argv, handles } of commands) {
    const objection = handles.map((handle) => handle.objection(argv)).find((reason) => reason !== null);
    if (objection !== undefined) throw new StaleValue(text, objection);
  }
}
