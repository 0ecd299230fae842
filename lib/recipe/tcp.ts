import { connectTcp, type Connection, listenTcp } from "../netlink/tcp.ts";
import type { Ipv4 } from "../values/ipv4.ts";
import type { Port } from "../values/port.ts";

/** What each side says to the other */
const QUESTION = "ping\n";
const ANSWER = "pong\n";

/** What a connection saw */
export interface TcpResult {
  readonly connected: boolean;
  /** What came back and where from, or why nothing did */
  readonly seen: string;
}

/**
 * Connects from one network namespace to a server that listens in another, and sends bytes both ways.
 *
 * Equivalent to: `nc -l -p $port` there, and `nc $address $port` here
 *
 * @param milliseconds how long to wait for each thing
 */
export async function exchange(
  client: number,
  server: number,
  address: Ipv4,
  port: Port,
  milliseconds: number,
): Promise<TcpResult> {
  using listener = listenTcp(server, port);
  const connection = await connectTcp(client, address, port, milliseconds);
  if (typeof connection === "string") return { connected: false, seen: connection };
  using asking = connection;
  const accepted = await listener.accept(milliseconds);
  if (accepted === null) return { connected: false, seen: "the server saw no connection" };
  using answering = accepted.connection;
  const heard = await say(asking, QUESTION, answering, milliseconds);
  const reply = await say(answering, ANSWER, asking, milliseconds);
  if (heard !== QUESTION || reply !== ANSWER) return { connected: false, seen: "bytes were lost" };
  const from = accepted.peer === asking.local ? "the client's own address" : `not the client's ${asking.local}`;
  return {
    connected: accepted.peer === asking.local,
    seen: `bytes went both ways; the server saw ${accepted.peer}, ${from}`,
  };
}

async function say(from: Connection, words: string, to: Connection, milliseconds: number): Promise<string> {
  from.send(Buffer.from(words));
  return Buffer.from(await to.receive(milliseconds)).toString();
}
