/**
 * Messages about neighbours, which map addresses to hardware addresses.
 * Source: rtnetlink(7), `struct ndmsg`; include/uapi/linux/neighbour.h.
 *
 * @module
 */
import { type Attributes, decode } from "../rtnetlink/attribute.ts";

/** RTM_GETNEIGH */
export const NEIGHBOUR = { get: 30 } as const;

/** NDA_* */
export const NDA = { destination: 1, address: 2, protocol: 12 } as const;

/** NTF_*: an address that this host answers for, and one of a router */
export const NEIGHBOUR_FLAGS = { proxy: 0x08, router: 0x80 } as const;

/** NUD_*: the states that the kernel does not change by itself, arp(7) */
export const NEIGHBOUR_STATES = { noarp: 0x40, permanent: 0x80 } as const;

const HEADER_BYTES = 12;

/** The header of a neighbour message, `struct ndmsg` */
export interface NeighbourHeader {
  readonly family: number;
  /** The index of the link that it is on */
  readonly link: number;
  readonly state: number;
  /** NTF_* */
  readonly flags: number;
}

/** Encodes the header */
export function neighbourHeader({ family, link, state, flags }: NeighbourHeader): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint8(0, family);
  view.setInt32(4, link, true);
  view.setUint16(8, state, true);
  view.setUint8(10, flags);
  return header;
}

/** A decoded neighbour message */
export interface NeighbourMessage extends NeighbourHeader {
  readonly attributes: Attributes;
}

/** Decodes a neighbour message */
export function decodeNeighbour(payload: Buffer): NeighbourMessage {
  return {
    family: payload.readUInt8(0),
    link: payload.readInt32LE(4),
    state: payload.readUInt16LE(8),
    flags: payload.readUInt8(10),
    attributes: decode(payload.subarray(HEADER_BYTES)),
  };
}
