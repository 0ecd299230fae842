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
 * The ways to prove a statement. Each says what it expected and what it saw.
 *
 * What takes its time is asked again for up to 3 seconds; for what must not come, half a second is waited.
 *
 * @throws {CheckFailed} each of them, when what was expected is not what was seen
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
 *     await check(4, "so does the host's").ping(host, two);
 *     await check(8, "on the one bridge").hides($`ip -br link show type bridge`, "bridge0");
 *     await check(6, "wired alike").same($`docker exec ${one} ls /sys/class/net`, $`docker exec ${two} ls /sys/class/net`);
 *     await check(48, "the rule that lets them").meets($`sudo iptables -S`, "FORWARD", "-i docker0 -o docker0 -j ACCEPT");
 *   },
 * });
 * ```
 */
export interface ChecksOf {
  /**
   * One echo request is answered.
   *
   * Equivalent to: `ping -c 1 -W 1 ADDRESS`, in the network of `from`
   */
  ping(from: Place, to: Target): Promise<void>;
  /**
   * One echo request gets no answer, from a container that is shown to be there; or `says` is what ping must have said.
   *
   * Equivalent to: `! ping -c 1 -W 0.5 ADDRESS`, in the network of `from`
   */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /**
   * A connection to a server in `to`, at `target`, carries bytes both ways, and the server sees the client's own address.
   * The server is there for this only; behind a published port it listens on the container's own.
   *
   * Equivalent to: `nc -l -p PORT` in the network of `to`, and `nc ADDRESS PORT` in that of `from`
   */
  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * The same, but that the server sees another address, which the client was given on the way.
   *
   * Equivalent to: the same, with `iptables -t nat -A POSTROUTING … -j MASQUERADE` between them
   */
  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void>;
  /** No connection comes about, though a server listens in `to`; `says` is what the kernel must have said: `ECONNREFUSED` */
  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says?: string): Promise<void>;
  /**
   * A datagram to a server in `to`, at `target`, is answered, and the server sees the client's own address.
   *
   * Equivalent to: `nc -u -l -p PORT` in the network of `to`, and `nc -u ADDRESS PORT` in that of `from`
   */
  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * Ten echo requests are answered, and the number that a command prints is at least ten more afterwards.
   *
   * Equivalent to: `cat …/statistics/tx_packets`, `ping -c 10 ADDRESS` in the network of `from`, and the first line again
   */
  counted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Ten echo requests are answered, and the number that a command prints is not one more afterwards. Asked again while it
   * is, as there may be other packets.
   *
   * Equivalent to: the same lines as `counted`
   */
  uncounted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Two commands print the same, and something; asked again until they do.
   *
   * Equivalent to: `diff <(COMMAND) <(OTHER)`
   */
  same(command: Pending, other: Pending): Promise<void>;
  /** A command prints a line with each of these, in this order; asked again until it does */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints these lines and no others; each may go on. Asked again until it does */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints none of these words; asked again until it does */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /** A command fails, and says each of these, in this order. It is run once, and must be one that can be taken back */
  refuses(command: Pending, ...says: readonly Expected[]): Promise<void>;
  /** A command prints an address of a network, but not the one that the network is given by; asked again until it does */
  showsHostOf(command: Pending, network: Ipv4Cidr): Promise<void>;
  /**
   * Each line that a command prints ends with a port that Docker chooses from where it is told none: 49153 to 49900 of an
   * engine like the article's, and of today's the kernel's own range. Asked again until it does
   *
   * Equivalent to: `docker port CONTAINER`, beside `cat /proc/sys/net/ipv4/ip_local_port_range`
   */
  showsChosenPorts(command: Pending): Promise<void>;
  /**
   * A packet in a chain of iptables meets rules with these words, in this order, and those of an array in any; `command`
   * lists the whole table: `sudo iptables -S`. Chains are followed, so that it doesn't matter in which one a rule is.
   * Asked again until it does
   */
  meets(command: Pending, chain: string, ...expected: readonly ExpectedRule[]): Promise<void>;
  /**
   * An abstract Unix socket in `to`, which is there for this only, answers `from`.
   *
   * Equivalent to: `socat ABSTRACT-LISTEN:NAME -` in the network of `to`, and `socat - ABSTRACT-CONNECT:NAME` in that of `from`
   */
  unix(from: Place, to: Place, name: SocketName): Promise<void>;
  /** An abstract Unix socket in `to` refuses `from`, though it answers `to` itself */
  noUnix(from: Place, to: Place, name: SocketName): Promise<void>;
}
