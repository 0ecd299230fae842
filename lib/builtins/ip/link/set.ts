/**
 * `ip link set`
 *
 * @module
 */
import { setLink } from "../../../netlink/links/set-link.ts";
import { type Deed, DONE } from "../deed.ts";
import { NotOurs, Words } from "../words.ts";
import { readLinkWords } from "./link-words.ts";
import { indexOf, settingsOf } from "./resolve.ts";

/** Equivalent to: `ip link set $words` */
export function set(given: readonly string[]): Deed {
  const words = new Words(given);
  const { hasType, dev, name, link, index, ...said } = readLinkWords(words);
  // With nothing but a new name, `ip` takes that for the device's, and then has nothing to change
  if (hasType || dev === undefined || link !== undefined || index !== undefined) throw new NotOurs();
  return ({ socket }) => {
    using opened = new DisposableStack();
    const settings = settingsOf(socket, opened, said);
    socket.run(setLink(indexOf(socket, dev), { ...settings, ...(name !== undefined && name !== dev && { name }) }));
    return DONE;
  };
}
