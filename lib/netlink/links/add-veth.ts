import { encode } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions, newLinkHeader } from "./add-link.ts";
import { linkAttributes } from "./link-settings.ts";

/** VETH_INFO_PEER, include/uapi/linux/veth.h */
const PEER = 1;

/**
 * Creates a pair of links, each in its own network namespace from the start: what is sent into one comes out
 * of the other.
 *
 * Equivalent to: `ip link add $end netns $netns type veth peer name $peer netns $netns`
 *
 * Refused with `EEXIST` when a name is taken in its namespace, `ENOTCONN` when the peer is to be up, since
 * the other end does not exist yet. The peer's `index` counts only when the end has one as well; its `master`
 * is ignored. Source: veth(4), veth_newlink() of drivers/net/veth.c
 */
export function addVeth(end: LinkOptions, peer: LinkOptions): Request {
  const value = Buffer.concat([newLinkHeader(peer), encode(linkAttributes(peer))]);
  return addLinkOf({ kind: "veth", data: [{ type: PEER, value }], beside: [] }, end);
}
