import { ptr } from "bun:ffi";

import { textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { IFF } from "./flags.ts";
import { IFLA, type LinkMessage } from "./link-message.ts";

/** SIOCETHTOOL, include/uapi/linux/sockios.h */
const ETHTOOL = 0x8946;
/** ETHTOOL_GLINK, include/uapi/linux/ethtool.h: whether there is a link */
const HAS_LINK = 10;
/** `struct ifreq`: a name of 16 bytes, then a union, here the address of `struct ethtool_value`, which stands behind it */
const REQUEST_BYTES = 40;
const NAME_BYTES = 16;
const VALUE_BYTES = 8;

/**
 * Has the kernel act now on what it knows of a link's cable, and not later: after many changes, also in networks of others, it puts
 * that off for up to a second, in which the link carries nothing, although it is up and so is its peer.
 *
 * Equivalent to: `ethtool $name`
 *
 * Before Linux 6.2 it does nothing, and the kernel has its second.
 * Source: linkwatch_sync_dev() and LW_URGENT of net/core/link_watch.c
 */
export function settleLink(socket: RouteSocket, name: string): void {
  // One piece of memory, of which both parts are there for as long as the call takes
  const request = Buffer.alloc(REQUEST_BYTES + VALUE_BYTES);
  request.write(name, 0, NAME_BYTES - 1);
  request.writeBigUInt64LE(BigInt(ptr(request) + REQUEST_BYTES), NAME_BYTES);
  request.writeUInt32LE(HAS_LINK, REQUEST_BYTES);
  // That there is no such link any more, or that it has no cable, is no matter
  socket.control(ETHTOOL, request);
}

/** The same for a link whose state is not that of its cable yet; whether it was one */
export function settleIfBehind(socket: RouteSocket, { flags, attributes }: LinkMessage): boolean {
  const isBehind = (flags & IFF.up) !== 0 && (flags & IFF.lowerUp) !== 0 && (flags & IFF.running) === 0;
  const name = attributes.get(IFLA.name);
  if (!isBehind || name === undefined) return false;
  settleLink(socket, textOf(name));
  return true;
}
