import { nested, text } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { bridgeAttributes, type BridgeSettings } from "./add-bridge.ts";
import { IFLA, INFO, LINK, linkHeader, NO_LINK } from "./link-message.ts";

/**
 * Changes what only bridges have; what is left out stays as it is.
 *
 * Equivalent to: `ip link set dev $bridge type bridge …`
 *
 * Refused with `EOPNOTSUPP` when it is no bridge, `ERANGE` when a time is out of range
 *
 * @param index the bridge's number in the socket's own network namespace
 */
export function setBridge(index: number, settings: BridgeSettings): Request {
  const info = [text(INFO.kind, "bridge"), nested(INFO.data, bridgeAttributes(settings))];
  return {
    type: LINK.add,
    flags: 0,
    header: linkHeader({ ...NO_LINK, index }),
    attributes: [nested(IFLA.info, info)],
  };
}
