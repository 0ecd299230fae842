import { HostError } from "./host-error.ts";

/** A program that isn't installed, and the line that installs it */
export class MissingProgram extends HostError {}
