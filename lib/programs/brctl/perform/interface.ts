import { bridgeState } from "../../../netlink/links/bridge-state.ts";
import { findLink } from "../../../netlink/links/find-link.ts";
import { IFF } from "../../../netlink/links/interface-flags.ts";
import { IFLA, type LinkMessage } from "../../../netlink/links/link-message.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";

/** IFNAMSIZ without the closing NUL, include/uapi/linux/if.h */
export const NAME_BYTES = 15;

/** An interface by name, read on each access; when there is none, every property is false or 0 */
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

  /** Its index, 0 when there is none */
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

  /** The index of its master, 0 when it has none: a bridge, a bond, a VRF… */
  get master(): number {
    return this.#link()?.attributes.get(IFLA.master)?.readUInt32LE(0) ?? 0;
  }

  /**
   * True for addresses that is_valid_ether_addr() refuses, include/linux/etherdevice.h: that of `lo`, that of
   * a bridge without ports, and multicast addresses
   */
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
 * Finds a link by name, or by an alternative name. brctl does not know alternative names that are longer than
 * a name may be.
 *
 * @returns `null` when there is none
 */
export function findInterface(socket: RouteSocket, name: string): LinkMessage | null {
  return Buffer.byteLength(name) > NAME_BYTES ? null : findLink(socket, name);
}
