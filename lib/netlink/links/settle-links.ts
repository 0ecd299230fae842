import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { listLinks } from "./list-links.ts";
import { settleIfBehind } from "./settle-link.ts";

/**
 * The largest number of passes. One can enable the next: a port with carrier gives its bridge carrier, and a VXLAN
 * or macvlan may be on top of that
 */
const MOST_PASSES = 4;

/**
 * Makes the kernel update all links of a network namespace that have just got carrier, as {@linkcode
 * settleLink} does for one: packets sent before that are lost, and resent only a second later.
 *
 * Equivalent to: `for name in $(ls /sys/class/net); do ethtool $name; done`
 *
 * @throws {Refusal} when the kernel does not list links
 */
export function settleLinks(socket: RouteSocket): void {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const behind = listLinks(socket).filter((link) => settleIfBehind(socket, link));
    if (behind.length === 0) return;
  }
}
