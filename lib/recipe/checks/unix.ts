import { KernelError } from "../../netlink/libc.ts";
import { connectUnix, listenUnix, type UnixListener } from "../../netlink/socket/unix.ts";
import type { SocketName } from "../../values/name/socket-name.ts";
import { ANSWER, type ExchangeResult, QUESTION, say } from "./exchange.ts";

/**
 * Connects from one network namespace to an abstract socket of another, and sends bytes both ways.
 *
 * A server that listens there already is used as it is, and only connected to.
 *
 * Equivalent to: `socat ABSTRACT-LISTEN:$name -` there, and `socat - ABSTRACT-CONNECT:$name` here
 *
 * @param milliseconds the timeout of each step
 */
export async function exchangeUnix(
  client: number,
  server: number,
  name: SocketName,
  milliseconds: number,
): Promise<ExchangeResult> {
  using listener = listenUnlessTaken(server, name);
  const connection = connectUnix(client, name);
  if (typeof connection === "string") return { connected: false, seen: connection };
  using asking = connection;
  if (listener === null) return { connected: true, seen: "connected to the existing server" };
  using answering = await listener.accept(milliseconds);
  if (answering === null) return { connected: false, seen: "the server saw no connection" };
  const heard = await say(asking, QUESTION, answering, milliseconds);
  const reply = await say(answering, ANSWER, asking, milliseconds);
  const connected = heard === QUESTION && reply === ANSWER;
  return { connected, seen: connected ? "bytes went both ways" : "bytes were lost" };
}

/** Listens on a name; `null` when a server listens already, which is then the one to reach */
function listenUnlessTaken(network: number, name: SocketName): UnixListener | null {
  try {
    return listenUnix(network, name);
  } catch (error) {
    if (error instanceof KernelError && error.code === "EADDRINUSE") return null;
    throw error;
  }
}
