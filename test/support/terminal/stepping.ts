/** A run with `--step` on a terminal, and its user. */
import { join } from "node:path";

import { plainText } from "../../../lib/recipe/plain-text.ts";
import { Mark } from "../mark.ts";
import { OnTerminal } from "./on-terminal.ts";
import { readableProject } from "../project.ts";
import type { User } from "../machine/users.ts";
import { BARE } from "../wirework.ts";

/** The question, as far as the smallest window of the tests shows it */
export const QUESTION = "    Enter runs it";

/** Ctrl-C, Ctrl-D */
export const INTERRUPT = "\u0003";
export const END = "\u0004";

/** The way to start it, beside a new user's */
interface Start {
  /** A command prefix between the user and the program */
  readonly wrapped: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The run, key by key */
export class SteppedRun implements Disposable {
  readonly mark = new Mark();
  readonly terminal: OnTerminal;

  constructor(user: User, args: readonly string[], { wrapped = [], environment = {} }: Partial<Start> = {}) {
    const argv = [...user.prefix, ...wrapped, join(readableProject(), "scripts/wirework"), ...args];
    this.terminal = new OnTerminal(argv, { environment: { ...BARE, ...this.mark.environment, ...environment } });
  }

  /** Waits for the next question; returns the output since the last one */
  async asked(): Promise<string> {
    const shown = await this.terminal.until(QUESTION);
    return plainText(shown.slice(0, -QUESTION.length));
  }

  /** Presses a key, and waits for the next question; returns the output between */
  async press(key: string): Promise<string> {
    this.terminal.type(key);
    return this.asked();
  }

  /** Presses a key, and waits for the next question; `null` when the run ends instead */
  async pressToEnd(key: string): Promise<string | null> {
    this.terminal.type(key);
    return Promise.race([this.asked(), this.terminal.exited.then(() => null)]);
  }

  /** Presses a key that leads to the end; returns the output from there on */
  async last(key: string): Promise<{ readonly status: number; readonly shown: string }> {
    this.terminal.type(key);
    const status = await this.terminal.exited;
    return { status, shown: plainText(this.terminal.shown) };
  }

  [Symbol.dispose](): void {
    this.terminal[Symbol.dispose]();
  }
}
