/**
 * A program on a terminal that nobody sees: what it shows, and when it waits to be typed to.
 *
 * @module
 */
import type { Window } from "../../builtins/builtin.ts";
import { Channel } from "../../shell/channel.ts";
import type { Performer } from "../../shell/template/line.ts";
import { plainText } from "../plain-text.ts";

/** Wide enough that no line of the article wraps */
const WINDOW: Window = {
  inherited: false,
  size: () => ({ columns: 160, rows: 50 }),
  onResize: () => {},
};

/** A shell that waits for a line: what bash and sh end their prompts with */
const PROMPT = /(?:^|\n)([^\n]*[#$] )$/;

/** Ctrl-P, Ctrl-Q */
const DETACH_KEYS = "\u0010\u0011";

/** How long a prompt is waited for */
export const PATIENCE_SECONDS = 10;

/** A program on a terminal of its own, and what it has shown */
export class Session {
  readonly #keyboard = new Channel();
  readonly #ended: Promise<number>;
  #shown = "";
  #exitCode: number | null = null;
  /** Comes when something is shown, or at the end */
  #news = Promise.withResolvers<void>();

  constructor(performer: Performer, argv: readonly string[]) {
    const decoder = new TextDecoder();
    const show = (chunk: Uint8Array) => {
      this.#shown += decoder.decode(chunk, { stream: true });
      this.#wake();
    };
    const streams = {
      input: this.#keyboard,
      output: show,
      errors: show,
      window: WINDOW,
    };
    this.#ended = performer.run(argv, streams).then((exitCode) => {
      this.#exitCode = exitCode;
      this.#wake();
      return exitCode;
    });
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

  /**
   * Lets go of a container's terminal, where Docker's own client shows it: the client ends, and the container goes on. That
   * the client is killed, or its terminal goes, it would tell the container.
   *
   * Source: docker-run(1), `--detach-keys`
   */
  async detach(): Promise<void> {
    this.#keyboard.sink(Buffer.from(DETACH_KEYS));
    await this.until(() => this.#exitCode !== null);
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
    const deadline = performance.now() + PATIENCE_SECONDS * 1000;
    while (!isSo()) {
      if (this.#exitCode !== null || performance.now() > deadline) return false;
      await this.#newsWithin(deadline - performance.now());
    }
    return true;
  }

  /** Waits until something is shown, or the program has ended, or the time is over */
  async #newsWithin(milliseconds: number): Promise<void> {
    const over = Promise.withResolvers<void>();
    const timer = setTimeout(over.resolve, milliseconds);
    await Promise.race([this.#news.promise, over.promise]);
    clearTimeout(timer);
  }

  #wake(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}
