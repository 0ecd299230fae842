import type { Request } from "../rtnetlink/message.ts";
import { LINK, linkHeader } from "./link-message.ts";
import { linkAttributes, linkFlags, type LinkSettings } from "./link-settings.ts";

/**
 * Changes a link; omitted settings stay as they are.
 *
 * Equivalent to: `ip link set dev $link …`
 *
 * Refused with `EEXIST` when a new name is taken, `EINVAL` when the MTU is out of range, `EBUSY` when it is
 * another master's port. If one of several changes is refused, those before it in the kernel's order stay:
 * namespace, MTU, address, name, flags, master. Source: do_setlink() of net/core/rtnetlink.c
 *
 * @param index the link's index in the socket's own network namespace
 */
export function setLink(index: number, settings: LinkSettings): Request {
  const header = linkHeader({ index, ...linkFlags(settings) });
  return { type: LINK.add, flags: 0, header, attributes: linkAttributes(settings) };
}
