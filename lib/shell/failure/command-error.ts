import type { Explained } from "./cause.ts";
import type { Performer } from "../template/session-line.ts";
import type { Outcome } from "../outcome.ts";
import { StepError } from "./step-error.ts";

/** Thrown for a command with an exit status other than 0 */
export class CommandError extends StepError {
  readonly exitCode: number;
  readonly stderr: string;

  /**
   * Makes the error.
   *
   * @param known the cause; `null` when it is unknown
   */
  constructor(command: string, outcome: Outcome, known: Explained | null) {
    const { exitCode, stderr } = outcome;
    const words = lastWords(outcome);
    super({
      message: `\`${command}\` failed with exit status ${exitCode}${words === "" ? "" : `: ${words}`}`,
      command,
      cause: known?.cause ?? null,
      tryThis: known?.tryThis ?? null,
    });
    this.name = "CommandError";
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

/** Returns the error of a failed command, with the cause that its performer knows */
export function failureOf(performer: Performer, command: string, outcome: Outcome): CommandError {
  return new CommandError(command, outcome, performer.explain(lastWords(outcome), command));
}

/** Returns the last lines that a program printed, which usually say why it stopped */
export function lastWords({ stderr, stdout }: Pick<Outcome, "stderr" | "stdout">): string {
  const words = (stderr.trim() || stdout.trim()).split("\n").slice(-LINES).join("\n");
  return words.length > CHARACTERS ? `…${words.slice(-CHARACTERS)}` : words;
}

const LINES = 6;

/** The largest length of those lines */
const CHARACTERS = 4096;
