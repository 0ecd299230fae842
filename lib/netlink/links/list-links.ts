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

/** Which links are told; what is left out does not matter */
export interface LinkFilter {
  /** The number of the master whose ports are told */
  readonly master?: number;
  /** Such as `veth` */
  readonly kind?: string;
}

/**
 * All links of the socket's network namespace, by their numbers.
 *
 * Equivalent to: `ip link show`, `ip link show master $master`, `ip link show type $kind`
 *
 * @throws {Refusal} when the kernel does not tell
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
