import type { JsonObject } from "../json.ts";
import type { AddressView } from "./address-view.ts";

/** An address as `ip -json address` tells it */
export function addressJson(address: AddressView): JsonObject {
  return {
    family: address.family,
    local: address.local,
    address: address.peer,
    prefixlen: address.prefix,
    metric: address.metric,
    broadcast: address.broadcast,
    anycast: address.anycast,
    scope: address.scope,
    ...Object.fromEntries(address.flags.map((flag) => [flag, true])),
    ifa_flags: address.otherFlags,
    label: address.label,
    valid_life_time: address.lifetime?.valid,
    preferred_life_time: address.lifetime?.preferred,
  };
}
