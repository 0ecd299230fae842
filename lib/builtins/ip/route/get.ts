/**
 * `ip route get`
 *
 * @module
 */
import { findRoute } from "../../../netlink/routes/find-route.ts";
import { addressOf, prefixOf } from "../../../values/cidr.ts";
import { readAddress } from "../address/address-words.ts";
import { type Deed, told } from "../deed.ts";
import { jsonLine } from "../json.ts";
import { NotOurs, Words } from "../words.ts";
import { routeJson } from "./route-json.ts";
import { routeText } from "./route-text.ts";
import { viewRoute } from "./route-view.ts";
import { routeNames } from "./show.ts";

/** Equivalent to: `ip route get $address`; of a packet that has more to tell than where it goes, only the real `ip` asks */
export function get(given: readonly string[]): Deed {
  const words = new Words(given);
  const address = words.value(readAddress);
  // Of a network `ip` warns, and asks for its first address
  if (words.has || prefixOf(address) !== 32) throw new NotOurs();
  return ({ socket, form }) => {
    const route = viewRoute(findRoute(socket, addressOf(address)), routeNames(socket));
    return told(form === "json" ? jsonLine([routeJson(route)]) : routeText(route));
  };
}
