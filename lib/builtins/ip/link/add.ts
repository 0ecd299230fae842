/**
 * `ip link add`
 *
 * @module
 */
import { type Deed, DONE } from "../deed.ts";
import { NotOurs, Words } from "../words.ts";
import { KINDS } from "./kinds.ts";
import { readLinkWords, requireOneName } from "./link-words.ts";
import { newLink } from "./resolve.ts";

/** Equivalent to: `ip link add $words` */
export function add(given: readonly string[]): Deed {
  const words = new Words(given);
  const said = readLinkWords(words);
  requireOneName(said);
  if (!said.hasType) throw new NotOurs();
  const make = words.entryOf(KINDS)(words, said);
  if (words.has) throw new NotOurs();
  return (socket) => {
    using opened = new DisposableStack();
    socket.run(make({ socket, opened, options: newLink(socket, opened, said) }));
    return DONE;
  };
}
