import { constants } from "node:os";

import { text } from "../rtnetlink/attribute.ts";
import { Refusal } from "../rtnetlink/refusal.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { decodeLink, IFLA, LINK, linkHeader, type LinkMessage, NO_LINK, WITHOUT_COUNTERS } from "./link-message.ts";

/**
 * Finds a link by its name, or by one of its alternative names.
 *
 * Equivalent to: `ip link show dev $name`
 *
 * @returns `null` when there is none
 * @throws {Refusal} when the kernel refuses for another reason
 */
export function findLink(socket: RouteSocket, name: string): LinkMessage | null {
  // A longer name can only be an alternative one, and the kernel searches both kinds under that attribute
  const attribute = name.length > 15 ? IFLA.alternativeName : IFLA.name;
  return unlessMissing(() =>
    decodeLink(
      socket.ask({
        type: LINK.get,
        flags: 0,
        header: linkHeader(NO_LINK),
        attributes: [text(attribute, name), WITHOUT_COUNTERS],
      }),
    ),
  );
}

/**
 * Finds the index of a link by name.
 *
 * @throws {Refusal} `ENODEV` when there is none
 */
export function linkIndex(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw new Refusal(constants.errno.ENODEV, null);
  return link.index;
}

/**
 * Finds a link by index.
 *
 * @returns `null` when there is none
 */
export function linkOf(socket: RouteSocket, index: number): LinkMessage | null {
  const header = linkHeader({ ...NO_LINK, index });
  return unlessMissing(() =>
    decodeLink(socket.ask({ type: LINK.get, flags: 0, header, attributes: [WITHOUT_COUNTERS] })),
  );
}

function unlessMissing(ask: () => LinkMessage): LinkMessage | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal && error.code === "ENODEV") return null;
    throw error;
  }
}
