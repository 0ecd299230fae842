import { numbers } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { kindAttribute } from "./add-link.ts";
import { type BridgeNumbers, OPTIONS } from "./bridge-options.ts";
import type { LinkSettings } from "./link-settings.ts";
import { setLink } from "./set-link.ts";

/**
 * Changes a bridge; what is left out stays as it is.
 *
 * Equivalent to: `ip link set dev $bridge type bridge forward_delay $hundredths …`
 *
 * Refused with `EOPNOTSUPP` when the link is no bridge, `ERANGE` when a number is out of range
 *
 * @param index the link's number in the socket's own network namespace
 * @param beside what is changed of the link, of whatever kind it is
 */
export function setBridge(index: number, options: BridgeNumbers, beside: LinkSettings = {}): Request {
  const request = setLink(index, beside);
  const kind = kindAttribute("bridge", numbers(OPTIONS, options));
  return { ...request, attributes: [...request.attributes, kind] };
}
