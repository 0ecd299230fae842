/**
 * A throw-away host on which lines are run and undone.
 */
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import type { HostKind } from "../../../lib/hosts/host-kind.ts";
import type { HostState } from "../host/host-state.ts";
import { linesOf } from "../host/host-lines.ts";
import { readableProject } from "../project.ts";
import type { TestHost } from "../host/test-host.ts";

/** What is to be run, and undone */
export interface UndoRequest {
  /** Lines that are there before, and stay */
  readonly setup: readonly string[];
  readonly lines: readonly string[];
  /** Lines of somebody else's, after those and before the undo */
  readonly meanwhile: readonly string[];
  /** What the undo is made of: what was known after each line, or only before it, as it is when a run is killed */
  readonly knowing: "all" | "the intent" | "nothing ran";
  /** Files and folders to look at */
  readonly paths: readonly string[];
  /** Whether all is undone once more, by a journal that does not know of the first time */
  readonly repeated: boolean;
}

const DEFAULTS: UndoRequest = { setup: [], lines: [], meanwhile: [], knowing: "all", paths: [], repeated: true };

/** A line that has run, and what its journal has to undo it */
export interface RanLine {
  readonly line: string;
  /** `null` for one that did not run */
  readonly status: number | null;
  readonly said: string;
  readonly steps: readonly InverseStep[];
}

/** What there was before, between and after */
export interface UndoAnswer {
  readonly ran: readonly RanLine[];
  readonly before: HostState;
  /** Once all lines had run, also somebody else's */
  readonly between: HostState;
  readonly after: HostState;
  /** Once all was undone again */
  readonly twice: HostState;
  /** What could not be undone */
  readonly failures: readonly string[];
}

/** Asks the process inside */
export class UndoHost implements AsyncDisposable {
  readonly #running;
  readonly #lines: AsyncGenerator<string>;

  private constructor(host: TestHost, kind: HostKind) {
    this.#running = Bun.spawn(
      host.entered([process.execPath, "--no-env-file", `${readableProject()}/test/support/undo/undo-inside.ts`, kind]),
      { env: HOST_ENVIRONMENT, stdio: ["pipe", "pipe", "inherit"] },
    );
    this.#lines = linesOf(this.#running.stdout);
  }

  static async open(host: TestHost, kind: HostKind): Promise<UndoHost> {
    const undoHost = new UndoHost(host, kind);
    await undoHost.#lines.next();
    return undoHost;
  }

  async undo(request: Partial<UndoRequest>): Promise<UndoAnswer> {
    const whole: UndoRequest = { ...DEFAULTS, ...request };
    this.#running.stdin.write(`${JSON.stringify(whole)}\n`);
    void this.#running.stdin.flush();
    const { value } = await this.#lines.next();
    const answer = JSON.parse(String(value)) as UndoAnswer | { readonly error: string };
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running.stdin.end();
    await this.#running.exited;
  }
}
