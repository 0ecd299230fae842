/**
 * What a runner and the process outside say to each other: a line of JSON a message.
 *
 * @module
 */
import { writeSync } from "node:fs";

/** Writes one */
export function writeMessage<Message>(channel: number, message: Message): void {
  writeSync(channel, `${JSON.stringify(message)}\n`);
}

/** Reads them, until the other one ends; of the type that the other one writes */
export async function* messagesFrom<Message>(channel: number): AsyncGenerator<Message> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of Bun.file(channel).stream()) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Message; // written by the other one, of the same version
  }
}
