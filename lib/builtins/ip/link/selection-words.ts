/**
 * The words behind `ip address show` and `ip link show`.
 * Source: ipaddr_list_flush_or_save() of iproute2's ip/ipaddress.c, ip-address(8), ip-link(8)
 *
 * @module
 */
import { entryOf, NotOurs, Words } from "../words.ts";
import { linkName } from "./link-words.ts";

/** What the words say; what they do not does not matter */
export interface LinkSelection {
  readonly dev?: string;
  readonly master?: string;
  readonly kind?: string;
  readonly state?: "up";
}

const READ: Readonly<Record<string, (words: Words) => LinkSelection>> = {
  dev: (words) => ({ dev: linkName(words.next()) }),
  master: (words) => ({ master: linkName(words.next()) }),
  type: (words) => ({ kind: kindName(words.next()) }),
  up: () => ({ state: "up" }),
};

/** What else `ip` reads where a device may stand; of addresses with and without a `-`, and `help` down to its first letter */
const NOT_OURS =
  /^(?:-.*|to|scope|label|group|vrf|nomaster|h(?:e(?:lp?)?)?|dynamic|primary|secondary|temporary|nodad|optimistic|dadfailed|home|deprecated|tentative|permanent|mngtmpaddr|noprefixroute|autojoin|stable-privacy)$/;

/**
 * Reads which links are meant, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of
 */
export function readSelection(given: readonly string[]): LinkSelection {
  const words = new Words(given);
  let said: LinkSelection = {};
  while (words.has) {
    const more = readOne(words);
    if (Object.keys(more).some((key) => key in said && key !== "state")) throw new NotOurs();
    said = { ...said, ...more };
  }
  return said;
}

function readOne(words: Words): LinkSelection {
  const word = words.next();
  const read = entryOf(READ, word);
  if (read !== undefined) return read(words);
  if (NOT_OURS.test(word)) throw new NotOurs();
  return { dev: linkName(word) };
}

/** A kind of ports ends with `_slave`, and is looked for elsewhere */
function kindName(word: string): string {
  if (!/^[a-z\d_]{1,15}$/.test(word) || word.endsWith("_slave")) throw new NotOurs();
  return word;
}
