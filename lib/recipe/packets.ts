import { sourceAddress } from "../netlink/source-address.ts";
import type { Handle } from "../shell/handle.ts";
import type { Performer } from "../shell/line.ts";
import { permit } from "../shell/permit.ts";
import type { Port } from "../values/port.ts";
import { ping, type PingResult } from "./ping.ts";
import { nameOf, openNetwork, type Place, type Target, targetAddress } from "./place.ts";
import { exchange, type TcpResult } from "./tcp.ts";

/** How long an answer may take at the first attempt */
export const ATTEMPT_MILLISECONDS = 1000;

/** Real packets between the places of a run */
export class Packets {
  readonly #performer: Performer;
  readonly #allowed: readonly string[];

  constructor(performer: Performer, allowed: readonly string[]) {
    this.#performer = performer;
    this.#allowed = allowed;
  }

  /** @throws {NotPermitted} when the recipe may not run ping */
  async ping(from: Place, to: Target, milliseconds: number): Promise<PingResult> {
    permit(["ping"], this.#allowed);
    using network = await openNetwork(this.#performer, from);
    return await ping(network.fd, await targetAddress(this.#performer, from, to), milliseconds / 1000);
  }

  /**
   * Makes sure that a container answers itself: one that is gone, or has not got its address, does not answer others
   * either, and that would prove nothing.
   *
   * @throws {Error} when it does not
   */
  async assertAlive(container: Handle): Promise<void> {
    const { answered, seen } = await this.ping(container, container, ATTEMPT_MILLISECONDS);
    if (answered) return;
    throw new Error(`Cannot prove that ${nameOf(container)} is out of reach: it does not even answer itself (${seen})`);
  }

  /** Connects to a server that listens in `to` for as long */
  async exchange(from: Place, to: Place, target: Target, port: Port, milliseconds: number): Promise<TcpResult> {
    using client = await openNetwork(this.#performer, from);
    using server = await openNetwork(this.#performer, to);
    return await exchange(client.fd, server.fd, await targetAddress(this.#performer, from, target), port, milliseconds);
  }

  /**
   * Makes sure that a target is not the place itself, under another name: that it answers would prove nothing. Its own
   * loopback is meant so.
   *
   * @throws {Error} when it is
   */
  async assertOther(from: Place, to: Target): Promise<void> {
    if (from === to) return;
    using network = await openNetwork(this.#performer, from);
    const address = await targetAddress(this.#performer, from, to);
    if (address.startsWith("127.") || sourceAddress(network.fd, address) !== address) return;
    throw new Error(
      `Cannot prove that ${nameOf(to)} is reached from ${nameOf(from)}: ${nameOf(from)} has ${address} itself`,
    );
  }

  /**
   * Makes sure that a server in `to` can be reached at least from there: that nobody has the address would prove nothing.
   *
   * @throws {Error} when it can't
   */
  async assertServes(from: Place, to: Place, target: Target, port: Port): Promise<void> {
    using server = await openNetwork(this.#performer, to);
    const address = await targetAddress(this.#performer, from, target);
    const { connected, seen } = await exchange(server.fd, server.fd, address, port, ATTEMPT_MILLISECONDS);
    if (connected) return;
    const place = `${nameOf(target)}:${port}`;
    throw new Error(
      `Cannot prove that ${place} is out of reach: ${nameOf(to)} does not even reach it itself (${seen})`,
    );
  }
}

/** What a ping is called */
export function pingLine(from: Place, to: Target): string {
  return `ping ${nameOf(to)} from ${nameOf(from)}`;
}

/** What a connection is called */
export function tcpLine(from: Place, target: Target, port: Port): string {
  return `connect to ${nameOf(target)}:${port} from ${nameOf(from)}`;
}
