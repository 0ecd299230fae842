/**
 * What two sides say to each other, by whatever way, and what came of it.
 *
 * @module
 */
import type { Stream } from "../../netlink/socket/stream.ts";

/** What each side says to the other */
export const QUESTION = "ping\n";
export const ANSWER = "pong\n";

/** What came of it */
export interface ExchangeResult {
  readonly connected: boolean;
  /** What came back and where from, or why nothing did */
  readonly seen: string;
}

/** One side says something to the other; what that hears */
export async function say(from: Stream, words: string, to: Stream, milliseconds: number): Promise<string> {
  from.send(Buffer.from(words));
  return Buffer.from(await to.receive(milliseconds)).toString();
}
