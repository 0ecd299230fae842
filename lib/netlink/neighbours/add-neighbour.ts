import type { Ipv4 } from "../../values/ipv4.ts";
import { FAMILY } from "../addresses/address-message.ts";
import { ipv4Bytes } from "../addresses/ipv4-bytes.ts";
import { bytes } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { NDA, NEIGHBOUR, NEIGHBOUR_STATES, neighbourHeader, type NeighbourState } from "./neighbour-message.ts";

/** Who is reached where */
export interface NeighbourOptions {
  readonly destination: Ipv4;
  /** The number of the link that it is behind, in the socket's own network namespace */
  readonly link: number;
  /** Its hardware address, six bytes */
  readonly address?: Uint8Array;
  /** Without one `permanent`: the kernel never asks */
  readonly state?: NeighbourState;
}

/**
 * Adds a neighbour.
 *
 * Equivalent to: `ip neighbour add $destination lladdr $address dev $link`
 *
 * Refused with `EEXIST` when there is one, `EINVAL` without an address where the state needs one
 */
export function addNeighbour(options: NeighbourOptions): Request {
  return about(NEIGHBOUR.add, FLAGS.create | FLAGS.exclusive, options);
}

/**
 * Changes a neighbour.
 *
 * Equivalent to: `ip neighbour change $destination lladdr $address dev $link`
 *
 * Refused with `ENOENT` when there is none
 */
export function changeNeighbour(options: NeighbourOptions): Request {
  return about(NEIGHBOUR.add, FLAGS.replace, options);
}

/**
 * Adds a neighbour, in place of the one that there is.
 *
 * Equivalent to: `ip neighbour replace $destination lladdr $address dev $link`
 */
export function replaceNeighbour(options: NeighbourOptions): Request {
  return about(NEIGHBOUR.add, FLAGS.create | FLAGS.replace, options);
}

/**
 * Deletes a neighbour.
 *
 * Equivalent to: `ip neighbour del $destination dev $link`
 *
 * Refused with `ENOENT` when there is none
 */
export function deleteNeighbour(options: NeighbourOptions): Request {
  return about(NEIGHBOUR.delete, 0, options);
}

function about(type: number, flags: number, options: NeighbourOptions): Request {
  const { destination, link, address, state = "permanent" } = options;
  return {
    type,
    flags,
    header: neighbourHeader({ family: FAMILY.inet, link, state: NEIGHBOUR_STATES[state], flags: 0 }),
    attributes: [
      bytes(NDA.destination, ipv4Bytes(destination)),
      ...(address === undefined ? [] : [bytes(NDA.address, address)]),
    ],
  };
}
