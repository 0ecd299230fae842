/**
 * An operation of `lib/netlink`, and the line of the real `ip` that it is equivalent to.
 */
import { findLink } from "../../lib/netlink/links/find-link.ts";
import type { Request } from "../../lib/netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../lib/netlink/rtnetlink/route-socket.ts";

export interface Operation {
  /** Words behind `ip` */
  readonly line: string;
  /** Lines of the real `ip` before it, beside three cables and a bridge */
  readonly given?: readonly string[];
  /** What is asked of the kernel; the socket is only to find numbers of links */
  request(socket: RouteSocket): Request;
}

/** The number of a link that is there */
export function numberOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw new Error(`Cannot find the link "${name}" of the test`);
  return link.index;
}
