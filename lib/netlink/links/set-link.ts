import type { Request } from "../rtnetlink/message.ts";
import { LINK, linkHeader } from "./link-message.ts";
import { linkAttributes, linkFlags, type LinkSettings } from "./link-settings.ts";

/**
 * Changes a link; what is left out stays as it is.
 *
 * Equivalent to: `ip link set dev $link …`
 *
 * Refused with `EEXIST` when a new name is taken, `EINVAL` when the MTU is out of range, `EBUSY` when it is another
 * master's port. Of several changes those before the refused one stay, in the kernel's own order: namespace, MTU,
 * address, name, flags, master. Source: do_setlink() of net/core/rtnetlink.c
 *
 * @param index the link's number in the socket's own network namespace
 */
export function setLink(index: number, settings: LinkSettings): Request {
  const header = linkHeader({ index, ...linkFlags(settings) });
  return { type: LINK.add, flags: 0, header, attributes: linkAttributes(settings) };
}
