import type { BadValue } from "../values/bad-value.ts";
import { quoted } from "../values/quoted.ts";

/** A command that succeeded, and whose output is not the value that it was to be */
export class UnexpectedOutput extends Error {
  /** As typed */
  readonly command: string;

  constructor(command: string, { value, kind, reason }: BadValue) {
    super(`\`${command}\` printed ${quoted(value)}, which is not ${kind}: ${reason}`);
    this.name = "UnexpectedOutput";
    this.command = command;
  }
}
