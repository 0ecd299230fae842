import { settleLinks } from "../../netlink/links/settle-links.ts";
import { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { sourceAddress } from "../../netlink/socket/source-address.ts";
import type { Handle } from "../../shell/template/handle.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { permit } from "../../shell/permit.ts";
import { parseIpv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import type { SocketName } from "../../values/name/socket-name.ts";
import { echo } from "./echo-request.ts";
import type { ExchangeResult } from "./exchange.ts";
import { type PingResult, pingTenTimes } from "./ping.ts";
import { host, nameOf, openNetwork, type Place, type Target, targetAddress } from "./place.ts";
import { insideOf, outsideOf, PublishedPort } from "./published-port.ts";
import { exchange, type Ports, type SeenAs } from "./tcp.ts";
import { exchangeDatagrams } from "./udp.ts";
import { exchangeUnix } from "./unix.ts";

/** The timeout of the first attempt */
export const ATTEMPT_MILLISECONDS = 1000;

const LOOPBACK = parseIpv4("127.0.0.1");

/** A connection from a place to a server in another one */
export interface Exchange {
  readonly from: Place;
  readonly to: Place;
  readonly target: Target;
  readonly port: Port | PublishedPort;
  readonly seenAs: SeenAs;
}

/** Sends real packets between the places of a run */
export class Packets {
  readonly #performer: Performer;
  readonly #allowed: readonly string[];

  constructor(performer: Performer, allowed: readonly string[]) {
    this.#performer = performer;
    this.#allowed = allowed;
  }

  /**
   * Sends one echo request.
   *
   * @throws {NotPermitted} when the recipe may not run ping
   */
  async ping(from: Place, to: Target, milliseconds: number): Promise<PingResult> {
    permit(["ping"], this.#allowed);
    await this.#settle(from, to);
    using network = await openNetwork(this.#performer, from);
    return await echo(network.fd, await targetAddress(this.#performer, from, to), milliseconds / 1000);
  }

  /** Reports whether each of ten echo requests is answered, and by another place */
  async pingTenTimes(from: Place, to: Target): Promise<boolean> {
    permit(["ping"], this.#allowed);
    await this.assertOther(from, to);
    await this.#settle(from, to);
    using network = await openNetwork(this.#performer, from);
    return await pingTenTimes(network.fd, await targetAddress(this.#performer, from, to));
  }

  /**
   * Requires that a container answers itself: otherwise it may be gone or have no address, and its silence
   * towards others would prove nothing.
   *
   * @throws {Error} when it does not
   */
  async assertAlive(container: Handle): Promise<void> {
    const { answered, seen } = await this.ping(container, container, ATTEMPT_MILLISECONDS);
    if (answered) return;
    throw new Error(`Cannot prove that ${nameOf(container)} is unreachable: it does not even answer itself (${seen})`);
  }

  /** Connects to a server that listens in `to` meanwhile */
  async exchange({ from, to, target, port, seenAs }: Exchange, milliseconds: number): Promise<ExchangeResult> {
    await this.#settle(from, to);
    using client = await openNetwork(this.#performer, from);
    using server = await openNetwork(this.#performer, to);
    const address = await targetAddress(this.#performer, from, target);
    return await exchange(client.fd, server.fd, address, portsOf(port), seenAs, milliseconds);
  }

  /** Sends a datagram to a server that listens in `to` meanwhile */
  async exchangeDatagrams(
    { from, to, target, port }: Omit<Exchange, "seenAs">,
    milliseconds: number,
  ): Promise<ExchangeResult> {
    await this.#settle(from, to);
    using client = await openNetwork(this.#performer, from);
    using server = await openNetwork(this.#performer, to);
    const address = await targetAddress(this.#performer, from, target);
    return await exchangeDatagrams(client.fd, server.fd, address, portsOf(port), milliseconds);
  }

  /**
   * Updates the state of new links at both ends and on the host, where bridges are, so that no check has to
   * wait for carrier
   */
  async #settle(...ends: readonly (Place | Target)[]): Promise<void> {
    for (const place of new Set<Place | Target>([host, ...ends])) {
      if (typeof place === "string") continue;
      try {
        using network = await openNetwork(this.#performer, place);
        using socket = RouteSocket.openIn(network.fd);
        settleLinks(socket);
      } catch {
        // The check itself reports the reason
      }
    }
  }

  /**
   * Requires that a target is not the place itself under another name: an answer would prove nothing. The
   * place's loopback address is allowed, as it is meant.
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
   * Requires that a server in `to` can be reached from there, and behind a published port by the loopback
   * address: otherwise nobody may have the address, or listen, and a refusal would prove nothing.
   *
   * @throws {Error} when it can't
   */
  async assertServes(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void> {
    using server = await openNetwork(this.#performer, to);
    const isPublished = port instanceof PublishedPort;
    const address = isPublished ? LOOPBACK : await targetAddress(this.#performer, from, target);
    const own = portsOf(insideOf(port));
    const { connected, seen } = await exchange(server.fd, server.fd, address, own, "itself", ATTEMPT_MILLISECONDS);
    if (connected) return;
    const place = `${nameOf(target)}:${outsideOf(port)}`;
    throw new Error(`Cannot prove that ${place} is unreachable: ${nameOf(to)} does not even reach it itself (${seen})`);
  }

  /** Connects to an abstract socket of `to`, where a server listens meanwhile */
  async exchangeUnix(from: Place, to: Place, name: SocketName): Promise<ExchangeResult> {
    using client = await openNetwork(this.#performer, from);
    using server = await openNetwork(this.#performer, to);
    return await exchangeUnix(client.fd, server.fd, name, ATTEMPT_MILLISECONDS);
  }

  /**
   * Requires that an abstract socket of a place answers the place itself: a refusal of everybody would prove
   * nothing.
   *
   * @throws {Error} when it does not
   */
  async assertServesUnix(to: Place, name: SocketName): Promise<void> {
    const { connected, seen } = await this.exchangeUnix(to, to, name);
    if (connected) return;
    throw new Error(`Cannot prove that ${name} is unreachable: ${nameOf(to)} does not even reach it itself (${seen})`);
  }
}

/** Describes a ping */
export function pingLine(from: Place, to: Target): string {
  return `ping ${nameOf(to)} from ${nameOf(from)}`;
}

/** Describes ten pings, with a counter read before and after them */
export function countLine(from: Place, to: Target, counter: string): string {
  return `${pingLine(from, to)} ten times, and before and after ${counter}`;
}

/** Describes a connection */
export function tcpLine(from: Place, target: Target, port: Port | PublishedPort): string {
  return `connect to ${nameOf(target)}:${outsideOf(port)} from ${nameOf(from)}`;
}

/** Describes a datagram */
export function udpLine(from: Place, target: Target, port: Port | PublishedPort): string {
  return `send a datagram to ${nameOf(target)}:${outsideOf(port)} from ${nameOf(from)}`;
}

function portsOf(port: Port | PublishedPort): Ports {
  return { outside: outsideOf(port), inside: insideOf(port) };
}

/** Describes a connection to an abstract socket */
export function unixLine(from: Place, to: Place, name: SocketName): string {
  return `connect to ${name} of ${nameOf(to)} from ${nameOf(from)}`;
}
