import type { Pending } from "../shell/pending.ts";
import type { Cidr } from "../values/cidr.ts";
import type { Port } from "../values/port.ts";
import type { Expected } from "./output-proof.ts";
import type { Place, Target } from "./place.ts";
import type { ExpectedRule } from "./rule-order.ts";

/** The ways to prove a statement. Each says what it expected and what it saw, and throws `CheckFailed` when they differ */
export interface ChecksOf {
  /** One echo request is answered */
  ping(from: Place, to: Target): Promise<void>;
  /** One echo request gets no answer, from a container that is shown to be there; or `says` is what ping must have said */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /** A connection to a server in `to`, at `target`, carries bytes both ways, and the server sees the client's own address */
  tcp(from: Place, to: Place, target: Target, port: Port): Promise<void>;
  /** No connection comes about, though a server listens in `to`; `says` is what the kernel must have said: `ECONNREFUSED` */
  noTcp(from: Place, to: Place, target: Target, port: Port, says?: string): Promise<void>;
  /** A command prints a line with each of these, in this order; asked again until it does */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints these lines and no others; each may go on. Asked again until it does */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints none of these words; asked again until it does */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /** A command prints an address of a network, but not the one that the network is given by; asked again until it does */
  showsHostOf(command: Pending, network: Cidr): Promise<void>;
  /**
   * A packet in a chain of iptables meets rules with these words, in this order, and those of an array in any; `command`
   * lists the whole table: `sudo iptables -S`. Chains are followed, so that it doesn't matter in which one a rule is.
   * Asked again until it does
   */
  meets(command: Pending, chain: string, ...expected: readonly ExpectedRule[]): Promise<void>;
}
