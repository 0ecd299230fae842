import type { Line } from "../shell/template/session-line.ts";
import type { Outcome } from "../shell/outcome.ts";
import type { Observer } from "./run/observer.ts";
import type { CheckReport, CommandReport, StepReport } from "./run/report.ts";

/** A value that a command printed, and the recipe's name for it */
export interface NamedWord {
  readonly name: string;
  readonly word: string;
}

/** Records the events of a run for its report */
export class Recorder implements Observer {
  readonly steps: (StepReport & { readonly commands: CommandReport[] })[] = [];
  readonly checks: CheckReport[] = [];
  readonly names: NamedWord[] = [];

  step(comment: readonly string[]): void {
    this.steps.push({ comment: comment.join("\n"), commands: [] });
  }

  announce(): void {}

  assign(name: string, word: string): void {
    this.#commands().push({
      text: `${name}=${word}`,
      argv: [],
      exit: 0,
      stdout: "",
      stderr: "",
      ms: 0,
    });
  }

  named(name: string, word: string): void {
    this.names.push({ name, word });
  }

  typed(text: string, printed: string): void {
    this.#commands().push({
      text,
      argv: [],
      exit: 0,
      stdout: printed,
      stderr: "",
      ms: 0,
    });
  }

  finished({ text, commands }: Line, { exitCode, stdout, stderr, ms }: Outcome): void {
    const argv = commands.flatMap((command, index) => (index === 0 ? command.argv : ["|", ...command.argv]));
    this.#commands().push({ text, argv, exit: exitCode, stdout, stderr, ms });
  }

  checked(check: CheckReport): void {
    this.checks.push(check);
  }

  wouldCheck(): void {}

  ended(): void {}

  /** Returns the current step's commands; commands before the first step get one without a comment */
  #commands(): CommandReport[] {
    if (this.steps.length === 0) this.step([]);
    return this.steps.at(-1)?.commands ?? [];
  }
}
