/**
 * The words behind `ip neighbour add` and its like.
 * Source: ipneigh_modify() of iproute2's ip/ipneigh.c, ip-neighbour(8)
 *
 * @module
 */
import type { NeighbourOptions } from "../../../netlink/neighbours/add-neighbour.ts";
import { NEIGHBOUR_STATES, type NeighbourState } from "../../../netlink/neighbours/neighbour-message.ts";
import { parseIpv4 } from "../../../values/ipv4.ts";
import { macBytes, parseMac } from "../../../values/mac.ts";
import { linkName } from "../link/link-words.ts";
import { entryOf, NotOurs, type Words } from "../words.ts";

/** What the words say of a neighbour, and of the link that it is behind */
export interface NeighbourWords extends Omit<NeighbourOptions, "link"> {
  readonly dev: string;
}

const STATES = Object.keys(NEIGHBOUR_STATES) as NeighbourState[];

const READ: Readonly<Record<string, (words: Words) => Partial<NeighbourWords>>> = {
  dev: (words) => ({ dev: linkName(words.next()) }),
  lladdr: (words) => ({ address: macBytes(words.value(parseMac)) }),
  nud: (words) => ({ state: words.oneOf(STATES) }),
  to: (words) => ({ destination: words.value(parseIpv4) }),
};

/**
 * Reads a neighbour and the link that it is behind, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of
 */
export function readNeighbourWords(words: Words): NeighbourWords {
  let said: Partial<NeighbourWords> = {};
  while (words.has) {
    const more = readOne(words);
    if (Object.keys(more).some((key) => key in said)) throw new NotOurs();
    said = { ...said, ...more };
  }
  const { destination, dev, ...rest } = said;
  if (destination === undefined || dev === undefined) throw new NotOurs();
  return { destination, dev, ...rest };
}

function readOne(words: Words): Partial<NeighbourWords> {
  const word = words.next();
  const read = entryOf(READ, word);
  if (read !== undefined) return read(words);
  try {
    return { destination: parseIpv4(word) };
  } catch {
    throw new NotOurs();
  }
}
