import { ptr } from "bun:ffi";

import { textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { IFF } from "./interface-flags.ts";
import { IFLA, type LinkMessage } from "./link-message.ts";

/** SIOCETHTOOL, include/uapi/linux/sockios.h */
const ETHTOOL = 0x8946;
/** ETHTOOL_GLINK, include/uapi/linux/ethtool.h: reads whether there is carrier */
const HAS_LINK = 10;
/**
 * `struct ifreq`: a name of 16 bytes, then a union that holds the address of the `struct ethtool_value`
 * behind it
 */
const REQUEST_BYTES = 40;
const NAME_BYTES = 16;
const VALUE_BYTES = 8;

/**
 * Makes the kernel update a link's operational state now. After many changes, even in other namespaces, it
 * delays that for up to a second, in which the link carries nothing, although it and its peer are up.
 *
 * Equivalent to: `ethtool $name`
 *
 * Before Linux 6.2 this has no effect, and the delay remains.
 * Source: linkwatch_sync_dev() and LW_URGENT of net/core/link_watch.c
 */
export function settleLink(socket: RouteSocket, name: string): void {
  // Both structures are in one buffer, which lives as long as the call
  const request = Buffer.alloc(REQUEST_BYTES + VALUE_BYTES);
  request.write(name, 0, NAME_BYTES - 1);
  request.writeBigUInt64LE(BigInt(ptr(request) + REQUEST_BYTES), NAME_BYTES);
  request.writeUInt32LE(HAS_LINK, REQUEST_BYTES);
  // A missing link, or one without carrier, is no error here
  socket.control(ETHTOOL, request);
}

/** Updates a link whose operational state lags behind its carrier; reports whether it did */
export function settleIfBehind(socket: RouteSocket, { flags, attributes }: LinkMessage): boolean {
  const isBehind = (flags & IFF.up) !== 0 && (flags & IFF.lowerUp) !== 0 && (flags & IFF.running) === 0;
  const name = attributes.get(IFLA.name);
  if (!isBehind || name === undefined) return false;
  settleLink(socket, textOf(name));
  return true;
}
