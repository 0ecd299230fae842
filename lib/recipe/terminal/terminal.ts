/**
 * A container's shell that stays open: the article's "terminal window".
 *
 * @module
 */
import { Handle } from "../../shell/template/handle.ts";
import type { Announcer, Performer, Speaker } from "../../shell/template/session-line.ts";
import type { Pace } from "../../shell/pace.ts";
import { words } from "../../shell/template/words.ts";
import type { Value } from "../../shell/template/value.ts";
import type { InFlight } from "../run/in-flight.ts";
import type { Session } from "./session.ts";
import { notTyped } from "./terminal-error.ts";

/** Receives the events of terminals */
export interface TerminalSurroundings {
  readonly announcer: Announcer;
  readonly inFlight: InFlight;
  readonly pace: Pace;
  readonly performer: Pick<Performer, "knows" | "unknowns">;
  readonly speaker: Speaker;
}

/**
 * A terminal, which stands for its container in commands.
 *
 * Equivalent to: a window with `docker run -i -t … /bin/bash` in it
 *
 * @example
 * ```ts
 * import { recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "Look around in a container",
 *   options: {},
 *   permissions: { run: ["docker"] },
 *   async run({ $, step }) {
 *     step("At one shell, start a container");
 *     const shell = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm --net=none base /bin/bash`;
 *     const printed = await shell.type`cat /proc/net/route`;
 *     if (printed.includes("eth0")) throw new Error(`Expected no route, saw ${printed}`);
 *     await shell.exit();
 *   },
 * });
 * ```
 */
export class Terminal extends Handle {
  readonly #id: string;
  readonly #session: Session | null;
  readonly #surroundings: TerminalSurroundings;

  /**
   * Wraps a session.
   *
   * @param session `null` when nothing runs, as in a dry run
   */
  constructor(id: string, session: Session | null, surroundings: TerminalSurroundings) {
    super();
    this.#id = id;
    this.#session = session;
    this.#surroundings = surroundings;
  }

  /** The same terminal, for lines that the article describes without printing them */
  get told(): Terminal {
    return new Terminal(this.#id, this.#session, { ...this.#surroundings, speaker: "told" });
  }

  /** The same terminal, for lines of the article */
  get quoted(): Terminal {
    return new Terminal(this.#id, this.#session, { ...this.#surroundings, speaker: "article" });
  }

  /**
   * The container's id, its first 12 digits.
   *
   * @internal
   */
  override word(): string {
    return this.#id;
  }

  /** @internal */
  override spelling(): string | null {
    return this.#surroundings.performer.unknowns === "variables" ? this.#id : null;
  }

  /**
   * Types a line into the container's shell, waits for the next prompt, and returns the output of the line.
   *
   * @throws {StepError} when the shell has ended, or shows no prompt within ten seconds
   */
  async type(template: TemplateStringsArray, ...values: readonly Value[]): Promise<string> {
    const { text } = words(template, values);
    return this.#surroundings.inFlight.track(text, this.#enter(text));
  }

  /**
   * Leaves the container's shell, and waits for the rest of its output; returns the exit status.
   *
   * Equivalent to: `exit`
   */
  async exit(): Promise<number> {
    return this.#surroundings.inFlight.track("exit", this.#leave());
  }

  /** True when its line was left out of the run */
  get #isLeftOut(): boolean {
    return this.#session === null && this.#surroundings.performer.knows;
  }

  async #leave(): Promise<number> {
    const prompt = this.#prompt();
    const turn = await this.#surroundings.pace.before({ text: "exit", prompt });
    if (turn === null || this.#isLeftOut) return 0;
    this.#tell("exit", "", prompt);
    if (this.#session === null) return 0;
    this.#session.type("exit");
    const status = await this.#session.ended();
    await turn.after();
    return status;
  }

  async #enter(text: string): Promise<string> {
    const prompt = this.#prompt();
    const turn = await this.#surroundings.pace.before({ text, prompt });
    if (turn === null || this.#isLeftOut) return "";
    if (this.#session === null) {
      this.#tell(text, "", prompt);
      return "";
    }
    const session = this.#session;
    session.type(text);
    if (!(await session.until(() => session.prompt !== null))) throw notTyped(text, this.#id, session);
    const lines = session.shown.split("\n");
    // The first line is the echo of the typed line, the last one the next prompt
    const printed = lines.slice(1, -1).join("\n");
    this.#tell(text, printed, prompt);
    await turn.after();
    return printed;
  }

  #tell(text: string, printed: string, prompt: string): void {
    const { announcer, speaker } = this.#surroundings;
    announcer.typed(text, printed, prompt, speaker);
  }

  #prompt(): string {
    return this.#session?.prompt ?? `root@${this.#id}:/# `;
  }
}
