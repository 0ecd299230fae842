import { KernelError } from "../../netlink/libc.ts";
import { connectTcp, type Listener, listenTcp } from "../../netlink/socket/tcp.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import { ANSWER, type ExchangeResult, QUESTION, say } from "./exchange.ts";

/** Where the client connects to, and where the server listens: the same, unless something leads from one to the other */
export interface Ports {
  readonly outside: Port;
  readonly inside: Port;
}

/** Whom the server is to see: the client by its own address, or by one that it was given on the way */
export type SeenAs = Ipv4 | "itself";

/**
 * Connects from one network namespace to a server that listens in another, and sends bytes both ways.
 *
 * A server that is there already is taken as it is, and only connected to.
 *
 * Equivalent to: `nc -l -p $inside` there, and `nc $address $outside` here
 *
 * @param seenAs whom the server is to see
 * @param milliseconds how long to wait for each thing
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

/** To a server that is not ours, which can't say whom it saw */
function toOther(local: string, seenAs: SeenAs): ExchangeResult {
  return { connected: seenAs === "itself", seen: `connected from ${local} to the server that is there` };
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
