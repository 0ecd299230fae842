import { nested, text, u32 } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import {
  decodeLink,
  IFLA,
  INFO,
  LINK,
  linkHeader,
  type LinkMessage,
  NO_LINK,
  WITHOUT_COUNTERS,
} from "./link-message.ts";

/** A filter for links */
export interface LinkFilter {
  /** The index of the master whose ports are listed */
  readonly master?: number;
  /** The kind, such as `veth` */
  readonly kind?: string;
}

/**
 * Lists all links of the socket's network namespace, by index.
 *
 * Equivalent to: `ip link show`, `ip link show master $master`, `ip link show type $kind`
 *
 * @throws {Refusal} when the kernel refuses
 */
export function listLinks(socket: RouteSocket, { master, kind }: LinkFilter = {}): LinkMessage[] {
  return socket
    .list({
      type: LINK.get,
      flags: 0,
      header: linkHeader(NO_LINK),
      attributes: [
        WITHOUT_COUNTERS,
        ...(master === undefined ? [] : [u32(IFLA.master, master)]),
        ...(kind === undefined ? [] : [nested(IFLA.info, [text(INFO.kind, kind)])]),
      ],
    })
    .map(decodeLink);
}
