import { encode } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions, newLinkHeader } from "./add-link.ts";
import { linkAttributes } from "./link-settings.ts";

/** VETH_INFO_PEER, include/uapi/linux/veth.h */
const PEER = 1;

/**
 * Makes a pair of links, each in its own network namespace from the start: what goes into one comes out of the other.
 *
 * Equivalent to: `ip link add $end netns $netns type veth peer name $peer netns $netns`
 *
 * Refused with `EEXIST` when a name is taken where it shall be, `ENOTCONN` when the peer shall be up, since the other end
 * is not there yet. A peer's `index` counts only where the end has one as well, and its `master` not at all.
 * Source: veth(4), veth_newlink() of drivers/net/veth.c
 */
export function addVeth(end: LinkOptions, peer: LinkOptions): Request {
  const value = Buffer.concat([newLinkHeader(peer), encode(linkAttributes(peer))]);
  return addLinkOf({ kind: "veth", data: [{ type: PEER, value }], beside: [] }, end);
}
