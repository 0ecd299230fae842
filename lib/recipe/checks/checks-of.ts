import type { Pending } from "../../shell/pending.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import type { SocketName } from "../../values/name/socket-name.ts";
import type { Expected } from "./output-proof.ts";
import type { Place, Target } from "./place.ts";
import type { PublishedPort } from "./published-port.ts";
import type { ExpectedRule } from "./rule-order.ts";

/**
 * The ways to prove a statement. Each reports what it expected and what it saw.
 *
 * Checks that need time are tried again for up to 3 seconds; checks that something does not arrive wait for half a
 * second.
 *
 * @throws {CheckFailed} when a result differs from the expected one
 *
 * @example
 * ```ts
 * import { containerId, host, port, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "Two containers reach each other",
 *   options: { port: port({ default: "80", help: "TCP port of the server" }) },
 *   permissions: { run: ["docker", "ip", "iptables", "ping"] },
 *   async run({ $, check }, { port }) {
 *     const one = await $.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`;
 *     const two = await $.as("two", containerId("9cb3b1b0bd1a"))`sudo docker run -d base sleep 600`;
 *     await check(4, "a packet gets through").ping(one, two);
 *     await check(4, "and a connection").tcp(one, two, two, port);
 *     await check(4, "so does a packet of the host").ping(host, two);
 *     await check(8, "over one bridge only").hides($`ip -br link show type bridge`, "bridge0");
 *     await check(6, "both have the same interfaces").same($`docker exec ${one} ls /sys/class/net`, $`docker exec ${two} ls /sys/class/net`);
 *     await check(48, "this rule accepts the packets").meets($`sudo iptables -S`, "FORWARD", "-i docker0 -o docker0 -j ACCEPT");
 *   },
 * });
 * ```
 */
export interface ChecksOf {
  /**
   * Checks that one echo request is answered.
   *
   * Equivalent to: `ping -c 1 -W 1 ADDRESS`, in the network of `from`
   */
  ping(from: Place, to: Target): Promise<void>;
  /**
   * Checks that one echo request gets no answer, from a container that answers others; or, with `says`, that
   * ping prints it.
   *
   * Equivalent to: `! ping -c 1 -W 0.5 ADDRESS`, in the network of `from`
   */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /**
   * Checks that a connection to a server in `to`, at `target`, carries bytes both ways, and that the server
   * sees the client's own address. The server runs for this check only; behind a published port it listens on
   * the container's own.
   *
   * Equivalent to: `nc -l -p PORT` in the network of `to`, and `nc ADDRESS PORT` in that of `from`
   */
  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * Checks a connection as `tcp` does, but expects the server to see another address, which the client got on
   * the way (NAT).
   *
   * Equivalent to: the same, with `iptables -t nat -A POSTROUTING … -j MASQUERADE` between them
   */
  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void>;
  /**
   * Checks that no connection is made although a server listens in `to`; `says` is the kernel's error to
   * expect: `ECONNREFUSED`
   */
  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says?: string): Promise<void>;
  /**
   * Checks that a datagram to a server in `to`, at `target`, is answered, and that the server sees the
   * client's own address.
   *
   * Equivalent to: `nc -u -l -p PORT` in the network of `to`, and `nc -u ADDRESS PORT` in that of `from`
   */
  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * Checks that ten echo requests are answered, and that the number printed by a command grows by at least
   * ten.
   *
   * Equivalent to: `cat …/statistics/tx_packets`, `ping -c 10 ADDRESS` in the network of `from`, and the first line again
   */
  counted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Checks that ten echo requests are answered, and that the number printed by a command does not grow. Tried
   * again while it does, as there may be other packets.
   *
   * Equivalent to: the same lines as `counted`
   */
  uncounted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Checks that two commands print the same text, which is not empty; tried again until they do.
   *
   * Equivalent to: `diff <(COMMAND) <(OTHER)`
   */
  same(command: Pending, other: Pending): Promise<void>;
  /** Checks that a command prints lines with each of these, in this order; tried again until it does */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** Checks that a command prints these lines and no others; each may continue. Tried again until it does */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** Checks that a command prints none of these words; tried again until it does */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /**
   * Checks that a command fails, and prints each of these, in this order. It runs once, and must be a command
   * that can be undone
   */
  refuses(command: Pending, ...says: readonly Expected[]): Promise<void>;
  /**
   * Checks that a command prints an address of a network, other than the network's own `network`; tried again until it
   * does
   */
  showsHostOf(command: Pending, network: Ipv4Cidr): Promise<void>;
  /**
   * Checks that each line that a command prints ends with a port that Docker chose itself: 49153 to 49900 for
   * an engine like the article's, the kernel's own range for today's. Tried again until it does
   *
   * Equivalent to: `docker port CONTAINER`, beside `cat /proc/sys/net/ipv4/ip_local_port_range`
   */
  showsChosenPorts(command: Pending): Promise<void>;
  /**
   * Checks that a packet in a chain of iptables traverses rules with these words, in this order, and those
   * within an array in any order; `command` lists the whole table: `sudo iptables -S`. Jumps are followed, so
   * it doesn't matter which chain a rule is in. Tried again until it does
   */
  meets(command: Pending, chain: string, ...expected: readonly ExpectedRule[]): Promise<void>;
  /**
   * Checks that an abstract Unix socket in `to`, which exists for this check only, answers `from`.
   *
   * Equivalent to: `socat ABSTRACT-LISTEN:NAME -` in the network of `to`, and `socat - ABSTRACT-CONNECT:NAME` in that of `from`
   */
  unix(from: Place, to: Place, name: SocketName): Promise<void>;
  /** Checks that an abstract Unix socket in `to` refuses `from`, though it answers `to` itself */
  noUnix(from: Place, to: Place, name: SocketName): Promise<void>;
}
