import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { ADDRESS, addressHeader, type AddressMessage, decodeAddress, type FAMILY } from "./address-message.ts";

/** A filter for addresses */
export interface AddressFilter {
  /** `any` for both versions */
  readonly family: (typeof FAMILY)[keyof typeof FAMILY];
  /** The link's index, or 0 for all links */
  readonly index: number;
}

/**
 * Lists addresses of links, in the order in which they were added.
 *
 * Equivalent to: `ip address show`, `ip address show dev $link`
 *
 * @throws {Refusal} when the kernel refuses
 */
export function listAddresses(socket: RouteSocket, { family, index }: AddressFilter): AddressMessage[] {
  const header = addressHeader({ family, prefix: 0, scope: 0, index });
  const told = socket.list({ type: ADDRESS.get, flags: 0, header, attributes: [] }).map(decodeAddress);
  // A kernel before 4.20 ignores the filter
  return index === 0 ? told : told.filter((one) => one.index === index);
}
