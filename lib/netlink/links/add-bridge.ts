import { numbers } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions } from "./add-link.ts";
import { type BridgeNumbers, OPTIONS } from "./bridge-options.ts";

/**
 * Creates a bridge.
 *
 * Equivalent to: `ip link add $name type bridge`
 *
 * Refused with `EEXIST` when the name is taken, `EOPNOTSUPP` on a kernel without bridges
 */
export function addBridge(link: LinkOptions, options: BridgeNumbers = {}): Request {
  return addLinkOf({ kind: "bridge", data: numbers(OPTIONS, options), beside: [] }, link);
}
