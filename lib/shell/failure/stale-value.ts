import type { Line } from "../template/line.ts";
import type { Objection } from "./objection.ts";
import { StepError } from "./step-error.ts";

/** A command that was not run, as a value in it no longer stands for what it was read as */
export class StaleValue extends StepError {
  constructor(command: string, { reason, cause, tryThis }: Objection) {
    super({ message: `Did not run \`${command}\`: ${reason}`, command, cause, tryThis });
    this.name = "StaleValue";
  }
}

/** @throws {StaleValue} when a value in the line stands for something else by now */
export function refuseStale({ text, commands }: Line): void {
  for (const { argv, handles } of commands) {
    const objection = handles.map((handle) => handle.objection(argv)).find((reason) => reason !== null);
    if (objection !== undefined) throw new StaleValue(text, objection);
  }
}
