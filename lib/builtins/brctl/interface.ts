import { bridgeState } from "../../netlink/links/bridge-state.ts";
import { findLink } from "../../netlink/links/find-link.ts";
import { IFF } from "../../netlink/links/flags.ts";
import { IFLA, type LinkMessage } from "../../netlink/links/link-message.ts";
import type { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";

/** IFNAMSIZ without the closing NUL, include/uapi/linux/if.h */
export const NAME_BYTES = 15;

/** An interface by its name, as it is when it is asked; when there is none of that name, nothing is true of it */
export class Interface {
  readonly name: string;
  readonly #socket: RouteSocket;

  constructor(socket: RouteSocket, name: string) {
    this.#socket = socket;
    this.name = name;
  }

  get exists(): boolean {
    return this.#link() !== null;
  }

  /** Its number, 0 when there is none */
  get index(): number {
    return this.#link()?.index ?? 0;
  }

  get isBridge(): boolean {
    const link = this.#link();
    return link !== null && bridgeState(link) !== null;
  }

  get isUp(): boolean {
    return ((this.#link()?.flags ?? 0) & IFF.up) !== 0;
  }

  /** The number of its master, 0 when it has none: a bridge, a bond, a VRF… */
  get master(): number {
    return this.#link()?.attributes.get(IFLA.master)?.readUInt32LE(0) ?? 0;
  }

  /** What is_valid_ether_addr() refuses, include/linux/etherdevice.h: that of `lo` and of a bridge after its last port, a group's */
  get hasUnusableAddress(): boolean {
    const address = this.#link()?.attributes.get(IFLA.address);
    if (address === undefined) return false;
    return address.every((byte) => byte === 0) || ((address[0] ?? 0) & 1) === 1;
  }

  #link(): LinkMessage | null {
    return findInterface(this.#socket, this.name);
  }
}

/**
 * The link of a name, or of one of its alternative names. Those longer than a name can be brctl does not know.
 *
 * @returns `null` when there is none
 */
export function findInterface(socket: RouteSocket, name: string): LinkMessage | null {
  return Buffer.byteLength(name) > NAME_BYTES ? null : findLink(socket, name);
}
