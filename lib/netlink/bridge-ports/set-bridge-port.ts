import { IFLA, INFO } from "../links/link-message.ts";
import type { LinkSettings } from "../links/link-settings.ts";
import { setLink } from "../links/set-link.ts";
import { nested, numbers } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { OPTIONS, type PortOptions } from "./port-options.ts";

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
