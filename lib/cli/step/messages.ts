/**
 * Messages between a runner and the process outside: one line of JSON each.
 *
 * @module
 */
import { writeSync } from "node:fs";

/** Writes a message */
export function writeMessage<Message>(channel: number, message: Message): void {
  writeSync(channel, `${JSON.stringify(message)}\n`);
}

/** Reads messages until the other process ends; it determines their type */
export async function* messagesFrom<Message>(channel: number): AsyncGenerator<Message> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of Bun.file(channel).stream()) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Message; // written by the other process, of the same version
  }
}
