/**
 * Sends a runner's question to the process outside, which has the terminal.
 *
 * @module
 */
import type { Answer, Ask, Variables } from "../../step/stepper.ts";
import { exitNow } from "../../recipe/forbid-exit.ts";
import { EXIT } from "../errors/exit-status.ts";
import { messagesFrom, writeMessage } from "./messages.ts";

/** A question: a line of JSON on the socket, as is the {@linkcode Answer} */
export interface Question {
  readonly variables: Variables;
}

/**
 * Returns a function that asks on a socket and waits for the answer. It ends this process when the one
 * outside has ended
 */
export function askOutside(channel: number): Ask {
  const answers = messagesFrom<Answer>(channel);
  return async (variables) => {
    writeMessage<Question>(channel, { variables });
    const { value } = await answers.next();
    return value ?? exitNow(EXIT.failed);
  };
}
