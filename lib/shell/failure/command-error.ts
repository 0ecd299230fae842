import type { Explained } from "./cause.ts";
import type { Performer } from "../template/line.ts";
import type { Outcome } from "../outcome.ts";
import { StepError } from "./step-error.ts";

/** A command that ended with an exit status other than 0 */
export class CommandError extends StepError {
  readonly exitCode: number;
  readonly stderr: string;

  /** @param known what it means; `null` when nobody knows */
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

/** The error of a command that a performer performed */
export function failureOf(performer: Performer, command: string, outcome: Outcome): CommandError {
  return new CommandError(command, outcome, performer.explain(lastWords(outcome), command));
}

/** What a program says last is what stopped it */
export function lastWords({ stderr, stdout }: Pick<Outcome, "stderr" | "stdout">): string {
  const words = (stderr.trim() || stdout.trim()).split("\n").slice(-LINES).join("\n");
  return words.length > CHARACTERS ? `…${words.slice(-CHARACTERS)}` : words;
}

const LINES = 6;

/** So many are more than any program needs to say why it stopped */
const CHARACTERS = 4096;
