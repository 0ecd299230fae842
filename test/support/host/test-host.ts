/** A throw-away host for a test file, with Docker started and no recipe. */
import { afterAll, beforeAll, describe } from "bun:test";
import type { Subprocess } from "bun";

import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { HOST_KINDS, type ThrowAwayKind } from "../../../lib/hosts/host-kind.ts";
import { words } from "../../../lib/shell/template/words.ts";
import type { Value } from "../../../lib/shell/template/value.ts";
import { readableProject } from "../project.ts";
import { type Answer, linesOf, type Request, type Said, type Typed } from "./host-lines.ts";
import { type User, users } from "../machine/users.ts";

/** A line of the test, parsed as `$` does */
export type Template = (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<Said>;

type Outer = Subprocess<"pipe", "pipe", "inherit">;

/** The host, seen from the machine; disposing of it ends everything in it */
export class TestHost implements AsyncDisposable {
  readonly #outer: Outer;
  readonly #entry: readonly string[];
  readonly #waiting = new Map<number, PromiseWithResolvers<Said>>();
  /** Set once the process inside has ended */
  #ended: Error | null = null;
  #count = 0;

  /** Opens a host as a user of the tests */
  static async open(user: User, kind: ThrowAwayKind): Promise<TestHost> {
    const script = `${readableProject()}/test/support/host/host-outside.ts`;
    const outer = Bun.spawn([...user.prefix, process.execPath, script, kind], {
      env: HOST_ENVIRONMENT,
      cwd: "/",
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = linesOf(outer.stdout);
    const { value } = await lines.next();
    if (typeof value !== "string") throw new Error(`Cannot open a ${HOST_KINDS[kind]} as ${user.name}: see above`);
    const host = new TestHost(outer, [...user.prefix, ...(JSON.parse(value) as string[])]);
    void host.#listen(lines);
    return host;
  }

  private constructor(outer: Outer, entry: readonly string[]) {
    this.#outer = outer;
    this.#entry = entry;
  }

  /** Runs a line in the process inside, where builtins answer in-process; the fast way */
  readonly $: Template = (template, ...values) => this.typing({})(template, ...values);

  /** Runs a line with input */
  typing(typed: Typed): Template {
    return (template, ...values) => this.run(words(template, values).argv, typed);
  }

  /** Runs words with input */
  run(argv: readonly string[], typed: Typed = {}): Promise<Said> {
    return this.#ask({ ...typed, argv });
  }

  /** Starts a line as a program, found on the sandbox's own search path, as a shell in there would */
  readonly program: Template = (template, ...values) => this.programReading("")(template, ...values);

  /** Starts a program with input */
  programReading(input: string): Template {
    return async (template, ...values) => {
      const running = Bun.spawn(this.entered(words(template, values).argv), {
        env: HOST_ENVIRONMENT,
        stdio: [Buffer.from(input), "pipe", "pipe"],
      });
      const [stdout, stderr, status] = await Promise.all([
        running.stdout.text(),
        running.stderr.text(),
        running.exited,
      ]);
      return { status, stdout, stderr };
    };
  }

  /** Returns the command line that starts a program inside; its environment is {@linkcode HOST_ENVIRONMENT} */
  entered(argv: readonly string[]): string[] {
    return [...this.#entry, ...argv];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#outer.stdin.end();
    await this.#outer.exited;
  }

  #ask(question: Omit<Request, "number">): Promise<Said> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const number = this.#count++;
    const answer = Promise.withResolvers<Said>();
    this.#waiting.set(number, answer);
    this.#outer.stdin.write(`${JSON.stringify({ ...question, number } satisfies Request)}\n`);
    void this.#outer.stdin.flush();
    return answer.promise;
  }

  async #listen(lines: AsyncIterable<string>): Promise<void> {
    for await (const line of lines) {
      const { number, ...said } = JSON.parse(line) as Answer;
      this.#waiting.get(number)?.resolve(said);
      this.#waiting.delete(number);
    }
    this.#ended = new Error("Cannot run the line: the host has ended");
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
  }
}

/** Defines tests for each user of the tests, in that user's sandbox, which is open while they run */
export function describeInSandbox(define: (host: () => TestHost) => void): void {
  describe.each(users)("as $name", (user) => {
    let opened: TestHost | null = null;
    beforeAll(async () => void (opened = await TestHost.open(user, "sandbox")));
    afterAll(() => opened?.[Symbol.asyncDispose]());
    define(() => {
      if (opened === null) throw new Error("Cannot use the sandbox before the tests run: it is not open yet");
      return opened;
    });
  });
}
