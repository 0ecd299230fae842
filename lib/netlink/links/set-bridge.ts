import { numbers } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { kindAttribute } from "./add-link.ts";
import { type BridgeNumbers, OPTIONS } from "./bridge-options.ts";
import type { LinkSettings } from "./link-settings.ts";
import { setLink } from "./set-link.ts";

/**
 * Changes a bridge; omitted settings stay as they are.
 *
 * Equivalent to: `ip link set dev $bridge type bridge forward_delay $hundredths …`
 *
 * Refused with `EOPNOTSUPP` when the link is not a bridge, `ERANGE` when a number is out of range
 *
 * @param index the link's index in the socket's own network namespace
 * @param beside changes of the link itself
 */
export function setBridge(index: number, options: BridgeNumbers, beside: LinkSettings = {}): Request {
  const request = setLink(index, beside);
  const kind = kindAttribute("bridge", numbers(OPTIONS, options));
  return { ...request, attributes: [...request.attributes, kind] };
}
