import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { listLinks } from "./list-links.ts";
import { settleIfBehind } from "./settle-link.ts";

/** A port that has its cable gives its bridge one, on which a VXLAN or macvlan may stand */
const MOST_PASSES = 4;

/**
 * Has the kernel act now on all cables of a network namespace that were plugged in just now, as {@linkcode settleLink} does for
 * one: what is sent until then is lost, and asked for again a second later.
 *
 * Equivalent to: `for name in $(ls /sys/class/net); do ethtool $name; done`
 *
 * @throws {Refusal} when the kernel tells of no links
 */
export function settleLinks(socket: RouteSocket): void {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const behind = listLinks(socket).filter((link) => settleIfBehind(socket, link));
    if (behind.length === 0) return;
  }
}
