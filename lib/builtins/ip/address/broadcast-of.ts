import ipaddr from "ipaddr.js";

import type { Cidr } from "../../../values/cidr.ts";
import { type Ipv4, parseIpv4 } from "../../../values/ipv4.ts";

/** The last address of the network that an address is in, which all of its hosts listen to */
export function broadcastOf(address: Cidr): Ipv4 {
  return parseIpv4(ipaddr.IPv4.broadcastAddressFromCIDR(address).toString());
}
