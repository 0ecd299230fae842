/**
 * A program on a pseudo-terminal: records its output, and knows when it waits for input.
 *
 * @module
 */
import type { Window } from "../../builtins/builtin.ts";
import { Channel } from "../../shell/channel.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { plainText } from "../plain-text.ts";

/** A size at which no line of the article wraps */
const WINDOW: Window = {
  inherited: false,
  size: () => ({ columns: 160, rows: 50 }),
  onResize: () => {},
};

/** The prompt of a waiting bash or sh, at the end of the output */
const PROMPT = /(?:^|\n)([^\n]*[#$] )$/;

/** Ctrl-P, Ctrl-Q */
const DETACH_KEYS = "\u0010\u0011";

/** The longest time to wait for a prompt */
export const PATIENCE_SECONDS = 10;

/** A program on a terminal of its own, and its output */
export class Session {
  readonly #keyboard = new Channel();
  readonly #ended: Promise<number>;
  #shown = "";
  #exitCode: number | null = null;
  /** Resolves at the next output, or at the end */
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
    // exit() awaits it; until then, users of the terminal report the failure
    this.#ended.catch(() => {});
  }

  /** Its exit status; `null` while it runs */
  get exitCode(): number | null {
    return this.#exitCode;
  }

  /** Returns the output so far, as a person sees it */
  get shown(): string {
    return plainText(this.#shown);
  }

  /** Returns the prompt at which the program waits; `null` when it doesn't */
  get prompt(): string | null {
    return PROMPT.exec(this.shown)?.[1] ?? null;
  }

  /** Types a line, and discards the earlier output */
  type(line: string): void {
    this.#shown = "";
    this.#keyboard.sink(Buffer.from(`${line}\n`));
  }

  /**
   * Detaches from a container's terminal in Docker's own client: the client ends, and the container
   * continues. Killing the client, or closing its terminal, would affect the container.
   *
   * Source: docker-run(1), `--detach-keys`
   */
  async detach(): Promise<void> {
    this.#keyboard.sink(Buffer.from(DETACH_KEYS));
    await this.until(() => this.#exitCode !== null);
  }

  /** Waits for the end of the output; returns the exit status */
  ended(): Promise<number> {
    return this.#ended;
  }

  /**
   * Waits for a condition.
   *
   * @returns false when the program ended first, or the time was over
   */
  async until(isSo: () => boolean): Promise<boolean> {
    const deadline = performance.now() + PATIENCE_SECONDS * 1000;
    while (!isSo()) {
      if (this.#exitCode !== null || performance.now() > deadline) return false;
      await this.#newsWithin(deadline - performance.now());
    }
    return true;
  }

  /** Waits until there is output, the program has ended, or the time is over */
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
