import { HostError } from "./host-error.ts";

/** Thrown when a program is not installed; carries the line that installs it */
export class MissingProgram extends HostError {}
