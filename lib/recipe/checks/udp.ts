import { receiveUdp, sendUdp } from "../../netlink/socket/udp.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { ANSWER, type ExchangeResult, QUESTION } from "./exchange.ts";
import type { Ports } from "./tcp.ts";

/**
 * Sends a datagram from one network namespace to a server in another, which answers it.
 *
 * Equivalent to: `nc -u -l -p $inside` there, and `nc -u $address $outside` here
 *
 * @param milliseconds the timeout of each of the two
 */
export async function exchangeDatagrams(
  client: number,
  server: number,
  address: Ipv4,
  { outside, inside }: Ports,
  milliseconds: number,
): Promise<ExchangeResult> {
  using receiver = receiveUdp(server, inside);
  const sender = sendUdp(client, address, outside);
  if (typeof sender === "string") return { connected: false, seen: sender };
  using asking = sender;
  asking.send(Buffer.from(QUESTION));
  const heard = await receiver.receive(milliseconds);
  if (heard === null) return { connected: false, seen: "the server received nothing" };
  heard.answer(Buffer.from(ANSWER));
  const answer = await asking.receive(milliseconds);
  if (typeof answer === "string") return { connected: false, seen: `no answer came back: ${answer}` };
  const isWhole = Buffer.from(heard.bytes).toString() === QUESTION && Buffer.from(answer).toString() === ANSWER;
  const who = heard.peer === asking.local ? "the client's own address" : `not the client's ${asking.local}`;
  return {
    connected: isWhole && heard.peer === asking.local,
    seen: isWhole ? `a datagram went both ways; the server saw ${heard.peer}, ${who}` : "bytes were lost",
  };
}
