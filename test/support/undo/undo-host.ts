/** A throw-away host for running and undoing lines. */
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import type { HostKind } from "../../../lib/hosts/host-kind.ts";
import type { HostState } from "../host/host-state.ts";
import { linesOf } from "../host/host-lines.ts";
import { readableProject } from "../project.ts";
import type { TestHost } from "../host/test-host.ts";

/** The lines to run and undo */
export interface UndoRequest {
  /** Lines that are run before, and stay */
  readonly setup: readonly string[];
  readonly lines: readonly string[];
  /** Another user's lines, after those and before the undo */
  readonly meanwhile: readonly string[];
  /** The undo's knowledge: what was known after each line, or only before it, as when a run is killed */
  readonly knowing: "all" | "the intent" | "nothing ran";
  /** Files and folders to compare */
  readonly paths: readonly string[];
  /** True when everything is undone a second time, by a journal that does not know of the first */
  readonly repeated: boolean;
}

const DEFAULTS: UndoRequest = { setup: [], lines: [], meanwhile: [], knowing: "all", paths: [], repeated: true };

/** A line that was run, and its undo in the journal */
export interface RanLine {
  readonly line: string;
  /** `null` for a line that did not run */
  readonly status: number | null;
  readonly said: string;
  readonly steps: readonly InverseStep[];
}

/** The states before, between and after */
export interface UndoAnswer {
  readonly ran: readonly RanLine[];
  readonly before: HostState;
  /** After all lines, including the other user's */
  readonly between: HostState;
  readonly after: HostState;
  /** After the second undo */
  readonly twice: HostState;
  /** Lines that could not be undone */
  readonly failures: readonly string[];
}

/** Sends requests to the process inside */
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
