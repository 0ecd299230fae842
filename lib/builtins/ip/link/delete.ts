/**
 * `ip link delete`
 *
 * @module
 */
import { deleteLink } from "../../../netlink/links/delete-link.ts";
import { type Deed, DONE } from "../deed.ts";
import { NotOurs, Words } from "../words.ts";
import { readLinkWords } from "./link-words.ts";
import { indexOf } from "./resolve.ts";

/** Equivalent to: `ip link delete $words` */
export function remove(given: readonly string[]): Deed {
  const { hasType, dev, name, settings, ...further } = readLinkWords(new Words(given));
  const called = dev ?? name;
  if (hasType || called === undefined || (dev !== undefined && name !== undefined)) throw new NotOurs();
  if (Object.keys({ ...settings, ...further }).length > 0) throw new NotOurs();
  return ({ socket }) => {
    socket.run(deleteLink(indexOf(socket, called)));
    return DONE;
  };
}
