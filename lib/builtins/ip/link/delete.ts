/**
 * `ip link delete`
 *
 * @module
 */
import { deleteLink } from "../../../netlink/links/delete-link.ts";
import { type Deed, DONE } from "../deed.ts";
import { NotOurs, Words } from "../words.ts";
import { KINDS } from "./kinds.ts";
import { readLinkWords } from "./link-words.ts";
import { indexOf } from "./resolve.ts";

/** Equivalent to: `ip link delete $words` */
export function remove(given: readonly string[]): Deed {
  const words = new Words(given);
  const { hasType, dev, name, settings, ...further } = readLinkWords(words);
  // Of what kind it is the kernel does not ask
  if (hasType) words.entryOf(KINDS);
  const called = dev ?? name;
  if (words.has || called === undefined || (dev !== undefined && name !== undefined)) throw new NotOurs();
  if (Object.keys({ ...settings, ...further }).length > 0) throw new NotOurs();
  return (socket) => {
    socket.run(deleteLink(indexOf(socket, called)));
    return DONE;
  };
}
