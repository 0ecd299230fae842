import type { Request } from "../rtnetlink/message.ts";
import { LINK, linkHeader } from "./link-message.ts";

/**
 * Deletes a link; deleting one end of a veth pair deletes the other, too.
 *
 * Equivalent to: `ip link delete dev $link`
 *
 * Refused with `EOPNOTSUPP` when it is hardware, or a namespace's own `lo`
 *
 * @param index the link's index in the socket's own network namespace
 */
export function deleteLink(index: number): Request {
  return { type: LINK.delete, flags: 0, header: linkHeader({ index, flags: 0, change: 0 }), attributes: [] };
}
