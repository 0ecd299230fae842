/**
 * Which links `ip address show` and `ip link show` are asked for.
 * Source: ipaddr_list_flush_or_save() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { IFF } from "../../../netlink/links/flags.ts";
import { findLink } from "../../../netlink/links/find-link.ts";
import { IFLA, INFO, type LinkMessage } from "../../../netlink/links/link-message.ts";
import { type LinkFilter, listLinks } from "../../../netlink/links/list-links.ts";
import { decode, textOf } from "../../../netlink/rtnetlink/attribute.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { Complaint } from "../deed.ts";
import { entryOf, NotOurs, Words } from "../words.ts";
import { linkName } from "./link-words.ts";

/** What the words say; what they do not does not matter */
export interface LinkSelection {
  readonly dev?: string;
  readonly master?: string;
  readonly kind?: string;
  readonly state?: "up";
}

/** A link that the kernel told of, and whether it is one of those that were asked for */
export interface SelectedLink {
  readonly message: LinkMessage;
  readonly isWanted: boolean;
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

/**
 * Asks the kernel for the links that are meant. It may tell more, as what it cannot sift.
 *
 * @throws {Complaint} when there is no such device
 */
export function selectLinks(socket: RouteSocket, selection: LinkSelection): SelectedLink[] {
  const { dev, kind } = selection;
  const link = dev === undefined ? null : findLink(socket, dev);
  if (dev !== undefined && link === null) throw new Complaint(`Device "${dev}" does not exist.`);
  const master = selection.master === undefined ? undefined : masterOf(socket, selection.master);
  const filter = { ...(master !== undefined && { master }), ...(kind !== undefined && { kind }) };
  const told = link === null ? listLinks(socket, filter) : [link];
  return told.map((message) => ({ message, isWanted: isWanted(message, filter, selection) }));
}

function masterOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw new NotOurs();
  return link.index;
}

function isWanted({ flags, attributes }: LinkMessage, { master, kind }: LinkFilter, { state }: LinkSelection): boolean {
  if (state === "up" && (flags & IFF.up) === 0) return false;
  if (master !== undefined && attributes.get(IFLA.master)?.readUInt32LE(0) !== master) return false;
  return kind === undefined || kind === kindOf(attributes.get(IFLA.info));
}

function kindOf(info: Buffer | undefined): string | undefined {
  const kind = info === undefined ? undefined : decode(info).get(INFO.kind);
  return kind === undefined ? undefined : textOf(kind);
}
