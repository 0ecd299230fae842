/**
 * The exchange between a client and a server over any transport.
 *
 * @module
 */
import type { Stream } from "../../netlink/socket/stream.ts";

/** The words of each side */
export const QUESTION = "ping\n";
export const ANSWER = "pong\n";

/** The result of an exchange */
export interface ExchangeResult {
  readonly connected: boolean;
  /** The answer and its sender, or the reason why there was none */
  readonly seen: string;
}

/** Sends words from one side, and returns what the other side receives */
export async function say(from: Stream, words: string, to: Stream, milliseconds: number): Promise<string> {
  from.send(Buffer.from(words));
  return Buffer.from(await to.receive(milliseconds)).toString();
}
