import { findCause } from "./causes.ts";
import type { Outcome } from "./outcome.ts";

/** A command that ended with an exit status other than 0 */
export class CommandError extends Error {
  /** As typed */
  readonly command: string;
  readonly exitCode: number;
  readonly stderr: string;
  /** What it means; `null` when we do not know */
  override readonly cause: string | null;
  /** The way out; `null` when we know none */
  readonly tryThis: string | null;

  constructor(command: string, { exitCode, stderr, stdout }: Outcome) {
    const words = (stderr.trim() || stdout.trim()).split("\n").slice(-LINES).join("\n");
    const known = findCause(words);
    super(`\`${command}\` failed with exit status ${exitCode}${words === "" ? "" : `: ${words}`}`);
    this.name = "CommandError";
    this.command = command;
    this.exitCode = exitCode;
    this.stderr = stderr;
    this.cause = known?.cause ?? null;
    this.tryThis = known?.tryThis ?? null;
  }
}

/** What a program says last is what stopped it */
const LINES = 6;
