import { KernelError } from "../netlink/libc.ts";
import { connectTcp, type Connection, type Listener, listenTcp } from "../netlink/tcp.ts";
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
 * A server that is there already is taken as it is, and only connected to.
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
  using listener = listenUnlessTaken(server, port);
  const connection = await connectTcp(client, address, port, milliseconds);
  if (typeof connection === "string") return { connected: false, seen: connection };
  using asking = connection;
  if (listener === null) return { connected: true, seen: `connected from ${asking.local} to the server that is there` };
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

/** `null` where a server of the container's own listens already: whether others reach it is what is asked */
function listenUnlessTaken(network: number, port: Port): Listener | null {
  try {
    return listenTcp(network, port);
  } catch (error) {
    if (error instanceof KernelError && error.code === "EADDRINUSE") return null;
    throw error;
  }
}

async function say(from: Connection, words: string, to: Connection, milliseconds: number): Promise<string> {
  from.send(Buffer.from(words));
  return Buffer.from(await to.receive(milliseconds)).toString();
}
