/**
 * A container's shell that stays open: the article's "terminal window".
 *
 * @module
 */
import type { Window } from "../builtins/builtin.ts";
import { Channel } from "../shell/channel.ts";
import { Handle } from "../shell/handle.ts";
import type { Announcer, Performer, Speaker } from "../shell/line.ts";
import { words } from "../shell/words.ts";
import type { Value } from "../shell/value.ts";
import type { InFlight } from "./in-flight.ts";
import { plainText } from "./plain-text.ts";

/** Wide enough that no line of the article wraps */
const WINDOW: Window = {
  inherited: false,
  size: () => ({ columns: 160, rows: 50 }),
  onResize: () => {},
};

/** A shell that waits for a line: what bash and sh end their prompts with */
const PROMPT = /(?:^|\n)([^\n]*[#$] )$/;

const PATIENCE_MILLISECONDS = 10_000;
const POLL_MILLISECONDS = 2;

/** A program on a terminal of its own, and what it has shown */
export class Session {
  readonly #keyboard = new Channel();
  readonly #ended: Promise<number>;
  #shown = "";
  #exitCode: number | null = null;

  constructor(performer: Performer, argv: readonly string[]) {
    const decoder = new TextDecoder();
    const show = (chunk: Uint8Array) => void (this.#shown += decoder.decode(chunk, { stream: true }));
    const streams = {
      input: this.#keyboard,
      output: show,
      errors: show,
      window: WINDOW,
    };
    this.#ended = performer.run(argv, streams).then((exitCode) => (this.#exitCode = exitCode));
    // Awaited by exit(); until then the program's failure is that of whoever looks at the terminal
    this.#ended.catch(() => {});
  }

  /** Its exit status; `null` while it runs */
  get exitCode(): number | null {
    return this.#exitCode;
  }

  /** What it has shown so far, as a person reads it */
  get shown(): string {
    return plainText(this.#shown);
  }

  /** The prompt that it waits at; `null` when it doesn't */
  get prompt(): string | null {
    return PROMPT.exec(this.shown)?.[1] ?? null;
  }

  /** Types a line, and forgets what was shown before */
  type(line: string): void {
    this.#shown = "";
    this.#keyboard.sink(Buffer.from(`${line}\n`));
  }

  /** Waits for the end of all that it shows; its exit status */
  ended(): Promise<number> {
    return this.#ended;
  }

  /**
   * Waits until something is so.
   *
   * @returns false when the program ended, or the time was over, before
   */
  async until(isSo: () => boolean): Promise<boolean> {
    const deadline = performance.now() + PATIENCE_MILLISECONDS;
    while (!isSo()) {
      if (this.#exitCode !== null || performance.now() > deadline) return false;
      await Bun.sleep(POLL_MILLISECONDS);
    }
    return true;
  }
}

/** Who is told of what is typed into a terminal */
export interface TerminalSurroundings {
  readonly announcer: Announcer;
  readonly inFlight: InFlight;
  readonly speaker: Speaker;
}

/** A terminal, which stands in a command for its container */
export class Terminal extends Handle {
  readonly #id: string;
  readonly #session: Session | null;
  readonly #surroundings: TerminalSurroundings;

  /** @param session `null` when nothing runs, as in a dry run */
  constructor(id: string, session: Session | null, surroundings: TerminalSurroundings) {
    super();
    this.#id = id;
    this.#session = session;
    this.#surroundings = surroundings;
  }

  /** The container's id, its first 12 digits */
  override word(): string {
    return this.#id;
  }

  override spelling(): null {
    return null;
  }

  /**
   * Types a line into the container's shell, and waits for the next prompt; what the line printed.
   *
   * @throws {Error} when the shell has ended, or shows no prompt again within ten seconds
   */
  async type(template: TemplateStringsArray, ...values: readonly Value[]): Promise<string> {
    const { text } = words(template, values);
    return this.#surroundings.inFlight.track(text, this.#enter(text));
  }

  /** Leaves the container's shell, and waits until all of its output is there; its exit status */
  async exit(): Promise<number> {
    this.#tell("exit", "", this.#prompt());
    if (this.#session === null) return 0;
    this.#session.type("exit");
    return this.#surroundings.inFlight.track("exit", this.#session.ended());
  }

  async #enter(text: string): Promise<string> {
    const prompt = this.#prompt();
    if (this.#session === null) {
      this.#tell(text, "", prompt);
      return "";
    }
    const session = this.#session;
    session.type(text);
    if (!(await session.until(() => session.prompt !== null))) {
      throw new Error(`Cannot type \`${text}\` into ${this.#id}: its shell has ended, or shows no prompt`);
    }
    const lines = session.shown.split("\n");
    // The first line is the echo of what was typed, the last the next prompt
    const printed = lines.slice(1, -1).join("\n");
    this.#tell(text, printed, prompt);
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
