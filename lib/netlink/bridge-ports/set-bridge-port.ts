import { IFLA, INFO } from "../links/link-message.ts";
import type { LinkSettings } from "../links/link-settings.ts";
import { setLink } from "../links/set-link.ts";
import { nested, numbers, type NumberTable } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";

/** IFLA_BRPORT_*, in the words and units of `ip link set … type bridge_slave`: include/uapi/linux/if_link.h */
const OPTIONS = {
  state: [1, 1],
  priority: [2, 2],
  cost: [3, 4],
  hairpin: [4, 1],
  guard: [5, 1],
  root_block: [6, 1],
  fastleave: [7, 1],
  learning: [8, 1],
  flood: [9, 1],
  mcast_flood: [27, 1],
  bcast_flood: [30, 1],
  isolated: [33, 1],
} as const satisfies NumberTable;

/** What a link can be told as the port of a bridge; what is left out stays as it is */
export type PortOptions = Readonly<Partial<Record<keyof typeof OPTIONS, number>>>;

/**
 * Changes a link's settings as a bridge port.
 *
 * Equivalent to: `ip link set dev $port type bridge_slave cost $cost …`
 *
 * Refused with `EOPNOTSUPP` when the link is not a bridge port, `ERANGE` when a number is out of range,
 * `ENETDOWN` when a state is set while the link is down. Source: br_setport() of net/bridge/br_netlink.c
 *
 * @param index the link's index in the socket's own network namespace
 * @param beside changes of the link itself
 */
export function setBridgePort(index: number, options: PortOptions, beside: LinkSettings = {}): Request {
  const request = setLink(index, beside);
  const port = numbers(OPTIONS, options);
  if (port.length === 0) return request;
  return { ...request, attributes: [...request.attributes, nested(IFLA.info, [nested(INFO.portData, port)])] };
}
