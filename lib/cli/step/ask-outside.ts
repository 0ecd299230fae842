/**
 * The question of a runner, to the process outside that has the terminal.
 *
 * @module
 */
import type { Answer, Ask, Variables } from "../../step/stepper.ts";
import { EXIT } from "../errors/exit-status.ts";
import { messagesFrom, writeMessage } from "./messages.ts";

/** A question, a line of JSON on the socket; so is the answer, an {@linkcode Answer} */
export interface Question {
  readonly variables: Variables;
}

/** Asks on a socket, and waits for the answer. Where the process outside has ended, this one ends too */
export function askOutside(channel: number): Ask {
  const answers = messagesFrom<Answer>(channel);
  return async (variables) => {
    writeMessage<Question>(channel, { variables });
    const { value } = await answers.next();
    return value ?? process.exit(EXIT.failed);
  };
}
