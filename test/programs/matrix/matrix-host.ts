/**
 * A network of its own in which each line is run and undone, by every reader of lines.
 */
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import type { LineState } from "../../../lib/learner/judge.ts";
import { linesOf } from "../../support/host/host-lines.ts";
import { readableProject } from "../../support/project.ts";
import type { TestHost } from "../../support/host/test-host.ts";

/** What a reader made of a line */
export interface Reading {
  /** The lines that undo it, as far as it writes lines */
  readonly lines: readonly string[];
  /** Why it does not undo it; `null` when it does */
  readonly refused: string | null;
  /** Whether it has tried */
  readonly hasRun: boolean;
  /** Words that it does not know */
  readonly unknown: readonly string[];
  /** Whether the line has changed something, of the reader that ran first */
  readonly hasChanged: boolean;
  /** What is otherwise than before, once it is undone */
  readonly left: readonly string[];
}

/** A line; by glances, what it is that a reader has left is seen once all have run */
export interface Question {
  readonly line: string;
  readonly looks: "glances" | "whole";
}

/** What `check` makes of a line */
export interface Checked {
  readonly state: LineState;
  /** What it looks for, each with what it sees */
  readonly findings: readonly string[];
}

/** Of one line; `null` of one that did not run, and after a reader that has left something behind */
export interface Answer {
  readonly check: { readonly before: Checked; readonly after: Checked } | null;
  readonly journal: Reading;
  readonly script: Reading | null;
  readonly explain: Reading | null;
}

/** Where lines are run: Docker, and what it makes, is the host's own */
export type Place = "a network of its own" | "the host itself";

/** Asks the process inside, and starts another one where something was left behind */
export class MatrixHost implements AsyncDisposable {
  readonly #host: TestHost;
  readonly #setup: readonly string[];
  readonly #place: Place;
  #inside: Inside | null = null;

  constructor(host: TestHost, setup: readonly string[], place: Place = "a network of its own") {
    this.#host = host;
    this.#setup = setup;
    this.#place = place;
  }

  async ask(line: string): Promise<Answer> {
    // A glance does not see containers
    if (this.#place === "the host itself") return this.#answerTo({ line, looks: "whole" });
    const answer = await this.#answerTo({ line, looks: "glances" });
    // Only whole looks tell who has left it
    return hasLeft(answer) ? this.#answerTo({ line, looks: "whole" }) : answer;
  }

  async #answerTo(question: Question): Promise<Answer> {
    this.#inside ??= await Inside.start(this.#host, this.#setup, this.#place);
    let isClean = false;
    try {
      const answer = await this.#inside.ask(question);
      isClean = !hasLeft(answer);
      return answer;
    } finally {
      if (!isClean) await this.#end();
    }
  }

  async #end(): Promise<void> {
    await this.#inside?.end();
    this.#inside = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
  }
}

/** Whether a reader has left something behind */
export function hasLeft({ journal, script, explain }: Answer): boolean {
  return [journal, script, explain].some((reading) => reading === null || reading.left.length > 0);
}

const OWN_NETWORK = "unshare --net --mount --pid --fork --kill-child --mount-proc sh -ec".split(" ");

/** What enters each place */
const ENTER: Readonly<Record<Place, readonly string[]>> = {
  "a network of its own": [...OWN_NETWORK, 'mount -t tmpfs none /run; mkdir -p /run/netns; "$@"', "sh"],
  "the host itself": [],
};

class Inside {
  readonly #running;
  readonly #lines: AsyncGenerator<string>;

  private constructor(host: TestHost, place: Place) {
    const program = [process.execPath, "--no-env-file", `${readableProject()}/test/programs/matrix/matrix-inside.ts`];
    this.#running = Bun.spawn(host.entered([...ENTER[place], ...program]), {
      env: HOST_ENVIRONMENT,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#lines = linesOf(this.#running.stdout);
  }

  static async start(host: TestHost, setup: readonly string[], place: Place): Promise<Inside> {
    const inside = new Inside(host, place);
    inside.#write(setup);
    await inside.#lines.next();
    return inside;
  }

  #write(value: unknown): void {
    this.#running.stdin.write(`${JSON.stringify(value)}\n`);
    void this.#running.stdin.flush();
  }

  async ask(question: Question): Promise<Answer> {
    this.#write(question);
    const { value } = await this.#lines.next();
    const answer = JSON.parse(String(value)) as Answer | { readonly error: string };
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }

  async end(): Promise<void> {
    await this.#running.stdin.end();
    await this.#running.exited;
  }
}
