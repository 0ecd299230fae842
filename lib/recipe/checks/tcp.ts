import { KernelError } from "../../netlink/libc.ts";
import { connectTcp, type Listener, listenTcp } from "../../netlink/socket/tcp.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import { ANSWER, type ExchangeResult, QUESTION, say } from "./exchange.ts";

/**
 * The port that the client connects to, and the one that the server listens on: the same, unless a port is
 * forwarded
 */
export interface Ports {
  readonly outside: Port;
  readonly inside: Port;
}

/** The client's address as the server should see it: its own, or one that it got on the way */
export type SeenAs = Ipv4 | "itself";

/**
 * Connects from one network namespace to a server in another, and sends bytes both ways.
 *
 * A server that listens there already is used as it is, and only connected to.
 *
 * Equivalent to: `nc -l -p $inside` there, and `nc $address $outside` here
 *
 * @param seenAs the address that the server should see
 * @param milliseconds the timeout of each step
 */
export async function exchange(
  client: number,
  server: number,
  address: Ipv4,
  { outside, inside }: Ports,
  seenAs: SeenAs,
  milliseconds: number,
): Promise<ExchangeResult> {
  using listener = listenUnlessTaken(server, inside);
  const connection = await connectTcp(client, address, outside, milliseconds);
  if (typeof connection === "string") return { connected: false, seen: connection };
  using asking = connection;
  if (listener === null) return toOther(asking.local, seenAs);
  const accepted = await listener.accept(milliseconds);
  if (accepted === null) return { connected: false, seen: "the server saw no connection" };
  using answering = accepted.connection;
  const heard = await say(asking, QUESTION, answering, milliseconds);
  const reply = await say(answering, ANSWER, asking, milliseconds);
  if (heard !== QUESTION || reply !== ANSWER) return { connected: false, seen: "bytes were lost" };
  const { peer } = accepted;
  const who = peer === asking.local ? "the client's own address" : `not the client's ${asking.local}`;
  return {
    connected: peer === (seenAs === "itself" ? asking.local : seenAs),
    seen: `bytes went both ways; the server saw ${peer}, ${who}`,
  };
}

/** The result of a connection to a server that is not ours and can't report the client's address */
function toOther(local: string, seenAs: SeenAs): ExchangeResult {
  return { connected: seenAs === "itself", seen: `connected from ${local} to the existing server` };
}

/**
 * Listens on a port; `null` when a server of the container's own listens already, which is then the one to
 * reach
 */
function listenUnlessTaken(network: number, port: Port): Listener | null {
  try {
    return listenTcp(network, port);
  } catch (error) {
    if (error instanceof KernelError && error.code === "EADDRINUSE") return null;
    throw error;
  }
}
