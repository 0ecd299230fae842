import { printable } from "../../recipe/printable.ts";
import type { CommandError } from "../../shell/command-error.ts";
import type { LeavingOutReader } from "../../recipe/leaving-out.ts";
import { printLine } from "../output.ts";
import type { Telling } from "../run-request.ts";

/** Keeps what a run with a step left out has to tell, and says it where a transcript is read */
export class LeftOut implements LeavingOutReader {
  readonly lines: string[] = [];
  readonly failures: string[] = [];
  readonly #said = new Set<string>();
  readonly #say: (line: string) => void;

  constructor(telling: Telling) {
    this.#say = telling === "transcript" ? (line) => printLine(printable(line)) : () => {};
  }

  leftOut({ text }: { readonly text: string }): void {
    this.lines.push(text);
    this.#say(`left out: ${text}`);
  }

  failed({ message, stderr, exitCode, cause }: CommandError): void {
    this.failures.push(message);
    for (const line of stderr.trimEnd().split("\n")) if (line !== "") this.#say(line);
    // What one missing thing makes fail, fails many times for the same reason
    const isNew = cause !== null && !this.#said.has(cause);
    if (isNew) this.#said.add(cause);
    this.#say(`✗ exit status ${exitCode}${isNew ? `: ${cause}` : ""}`);
  }
}
