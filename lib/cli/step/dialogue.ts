/**
 * Answers the runner inside a host, which asks before each line, from the terminal of the process outside.
 *
 * @module
 */
import type { Answer, Variables } from "../../step/stepper.ts";
import { Keyboard } from "../terminal/keyboard.ts";
import { type HostCommand, runOnOwnTerminal } from "../terminal/own-terminal.ts";
import type { Question } from "./ask-outside.ts";
import { type Key, keyHelp, keyIn, KEYS } from "./keys.ts";
import { messagesFrom, writeMessage } from "./messages.ts";
import { say, showQuestion } from "./line-question.ts";

/** Ctrl-C, as a terminal in raw mode sends it */
const INTERRUPT = 3;

/** A dialogue that continues until it is disposed of */
export interface Dialogue extends Disposable {
  /** Resolves when the user quits */
  readonly quit: Promise<"quit">;
}

/**
 * Answers on a socket, by the keys of this process's terminal.
 *
 * @param channel the descriptor of the runner's socket
 * @param shell the command that opens a shell on the host
 */
export function openDialogue(channel: number, shell: HostCommand): Dialogue {
  const keyboard = new Keyboard();
  const quit = Promise.withResolvers<"quit">();
  const idle = keyboard.give((keys) => {
    if (keys.includes(INTERRUPT)) process.emit("SIGINT", "SIGINT");
  });
  // A closed terminal also sends a signal, unless it is not this process's controlling terminal
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
    // The runner has ended meanwhile, which is reported elsewhere
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** Asks one question after the other */
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
   * Asks until there is an answer for the runner; after `quit` there is none.
   *
   * @param variables the variables of a shell
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
          say([`unknown key: the keys are ${KEYS.map(({ name }) => name).join(", ")}`]);
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

  /** Erases a question that nobody will answer any more */
  clear(): void {
    this.#question?.[Symbol.dispose]();
    this.#question = null;
  }
}
