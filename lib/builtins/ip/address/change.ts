/**
 * `ip address add` and `ip address del`
 *
 * @module
 */
import { addAddress, type AddressOptions, deleteAddress } from "../../../netlink/addresses/add-address.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import { type Deed, DONE } from "../deed.ts";
import { indexOf } from "../link/resolve.ts";
import { NotOurs, Words } from "../words.ts";
import { readAddressWords } from "./address-words.ts";

/** Equivalent to: `ip address add $words` */
export function add(given: readonly string[]): Deed {
  return change(given, addAddress);
}

/** Equivalent to: `ip address del $words` */
export function remove(given: readonly string[]): Deed {
  // Without a prefix `ip` warns, and takes any
  if (!given.some((word) => word.includes("/"))) throw new NotOurs();
  return change(given, deleteAddress);
}

function change(given: readonly string[], request: (options: AddressOptions) => Request): Deed {
  const { dev, ...options } = readAddressWords(new Words(given));
  return (socket) => {
    socket.run(request({ ...options, index: indexOf(socket, dev) }));
    return DONE;
  };
}
