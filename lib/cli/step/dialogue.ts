/**
 * What the process outside, which has the terminal, answers the runner inside of a host, which asks before each line.
 *
 * @module
 */
import type { Answer, Variables } from "../../step/stepper.ts";
import { Keyboard } from "../terminal/keyboard.ts";
import { type HostCommand, runOnOwnTerminal } from "../terminal/own-terminal.ts";
import type { Question } from "./ask-outside.ts";
import { type Key, keyHelp, keyIn, KEYS } from "./keys.ts";
import { messagesFrom, writeMessage } from "./messages.ts";
import { say, showQuestion } from "./question.ts";

/** Ctrl-C, as a terminal sends it that makes no signals of keys */
const INTERRUPT = 3;

/** A dialogue that goes on until it is disposed of */
export interface Dialogue extends Disposable {
  /** Waits for the wish to end the run */
  readonly quit: Promise<"quit">;
}

/**
 * Answers on a socket, by the keys of this process's terminal.
 *
 * @param channel the descriptor of the runner's
 * @param shell what opens a shell on the host
 */
export function openDialogue(channel: number, shell: HostCommand): Dialogue {
  const keyboard = new Keyboard();
  const quit = Promise.withResolvers<"quit">();
  const idle = keyboard.give((keys) => {
    if (keys.includes(INTERRUPT)) process.emit("SIGINT", "SIGINT");
  });
  // A terminal that has gone says so by a signal as well, unless this process is not its own
  void keyboard.gone.then(() => process.emit("SIGHUP", "SIGHUP"));
  const talk = new Talk(keyboard, shell, () => quit.resolve("quit"));
  answerAll(channel, talk).catch(quit.reject);
  return {
    quit: quit.promise,
    [Symbol.dispose]() {
      talk.clear();
      idle[Symbol.dispose]();
      keyboard[Symbol.dispose]();
    },
  };
}

async function answerAll(channel: number, talk: Talk): Promise<void> {
  for await (const { variables } of messagesFrom<Question>(channel)) tell(channel, await talk.answer(variables));
}

function tell(channel: number, answer: Answer): void {
  try {
    writeMessage(channel, answer);
  } catch (error) {
    // The runner has ended meanwhile, and its end is told
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** One question after the other */
class Talk {
  readonly #keyboard: Keyboard;
  readonly #shell: HostCommand;
  readonly #quit: () => void;
  #question: Disposable | null = null;

  constructor(keyboard: Keyboard, shell: HostCommand, quit: () => void) {
    this.#keyboard = keyboard;
    this.#shell = shell;
    this.#quit = quit;
  }

  /**
   * Asks until there is an answer for the runner; after the wish to end there is none.
   *
   * @param variables those that a shell has
   */
  async answer(variables: Variables): Promise<Answer> {
    for (;;) {
      const key = await this.#ask();
      switch (key?.wish) {
        case "run":
        case "back":
        case "rest":
          return key.wish;
        case "shell":
          return this.#look(variables);
        case "quit":
          this.#quit();
          return new Promise(() => {});
        case "help":
          say(keyHelp());
          break;
        default:
          say([`this key means nothing here: ${KEYS.map(({ name }) => name).join(", ")} do`]);
      }
    }
  }

  async #ask(): Promise<Key | null> {
    const typed = Promise.withResolvers<string>();
    this.#question = showQuestion();
    using _keys = this.#keyboard.give((keys) => {
      if (keys.includes(INTERRUPT)) process.emit("SIGINT", "SIGINT");
      else typed.resolve(Buffer.from(keys).toString());
    });
    const keys = await typed.promise;
    this.clear();
    return keyIn(keys);
  }

  async #look(variables: Variables): Promise<Answer> {
    const { environment } = this.#shell;
    await runOnOwnTerminal({ ...this.#shell, environment: { ...environment, ...variables } }, this.#keyboard);
    return "looked";
  }

  /** Takes the question away that nobody will answer any more */
  clear(): void {
    this.#question?.[Symbol.dispose]();
    this.#question = null;
  }
}
