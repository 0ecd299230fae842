import { printable } from "../../recipe/printable.ts";
import type { LeavingOutReader } from "../../recipe/run/leaving-out.ts";
import type { CheckReport } from "../../recipe/run/report.ts";
import { CommandError } from "../../shell/failure/command-error.ts";
import type { StepError } from "../../shell/failure/step-error.ts";
import { printLine } from "../terminal/standard-output.ts";
import type { Telling } from "../options/run-request.ts";

/** Collects the events of a run without a step, and prints them in a transcript */
export class LeftOut implements LeavingOutReader {
  readonly lines: string[] = [];
  readonly failures: string[] = [];
  readonly unmadeChecks = new Set<CheckReport>();
  readonly #said = new Set<string>();
  readonly #say: (line: string) => void;

  constructor(telling: Telling) {
    this.#say = telling === "transcript" ? (line) => printLine(printable(line)) : () => {};
  }

  leftOut({ text }: { readonly text: string }): void {
    this.lines.push(text);
    this.#say(`left out: ${text}`);
  }

  failed(error: StepError): void {
    this.failures.push(error.message);
    const cause = this.#once(error.cause);
    if (!(error instanceof CommandError)) return this.#say(`✗ ${error.message}${cause}`);
    for (const line of error.stderr.trimEnd().split("\n")) if (line !== "") this.#say(line);
    this.#say(`✗ exit status ${error.exitCode}${cause}`);
  }

  unmade(check: CheckReport): void {
    this.unmadeChecks.add(check);
    this.#say(`– ${String(check.claim).padStart(3)}  ${check.name}`);
    this.#say(`       could not run: ${check.seen}`);
  }

  /** Returns a cause only the first time: one missing thing makes many lines fail for the same reason */
  #once(cause: string | null): string {
    if (cause === null || this.#said.has(cause)) return "";
    this.#said.add(cause);
    return `: ${cause}`;
  }
}
