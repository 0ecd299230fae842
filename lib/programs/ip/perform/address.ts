import { addAddress, type AddressOptions, deleteAddress } from "../../../netlink/addresses/add-address.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import { prefixOf } from "../../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../../values/address/ipv4.ts";
import { broadcastAddress } from "../../../values/address/subnet.ts";
import type { Parsed } from "../../parse.ts";
import { NotOurs, strictly } from "../../strict.ts";
import { ADDRESS } from "../address-grammar.ts";
import { indexOf } from "./link-settings.ts";
import type { Performance } from "../../performance.ts";

/** Equivalent to: `ip address add $words` */
export function performAddressAdd(parsed: Parsed): Performance {
  return change(parsed, addAddress);
}

/** Equivalent to: `ip address del $words` */
export function performAddressDelete(parsed: Parsed): Performance {
  // Without a prefix ip prints a warning, and deletes the address with any prefix
  if (!parsed.terms.some(({ text }) => text.includes("/"))) throw new NotOurs();
  return change(parsed, deleteAddress);
}

function change(parsed: Parsed, request: (options: AddressOptions) => Request): Performance {
  const { address, dev, broadcast, ...said } = strictly(parsed, ADDRESS);
  if (address === undefined || dev === undefined) throw new NotOurs();
  if (said.label !== undefined && !said.label.startsWith(dev)) throw new NotOurs();
  const to = broadcast === undefined ? {} : { broadcast: broadcast === "+" ? lastOf(address) : broadcast };
  return (socket) => void socket.run(request({ ...said, ...to, address, index: indexOf(socket, dev) }));
}

/** The last address of a network, for `broadcast +`; a network of one address, or two, has none: RFC 3021 */
function lastOf(address: Ipv4Cidr): Ipv4 {
  if (prefixOf(address) > 30) throw new NotOurs();
  return broadcastAddress(address);
}
