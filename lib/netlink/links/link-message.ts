/**
 * Messages about links.
 * Source: rtnetlink(7), `struct ifinfomsg`; include/uapi/linux/if_link.h.
 *
 * @module
 */
import { type Attribute, type Attributes, decode, u32 } from "../rtnetlink/attribute.ts";

/** RTM_*LINK */
export const LINK = { add: 16, delete: 17, get: 18, set: 19 } as const;

/** IFLA_* */
export const IFLA = {
  address: 1,
  broadcast: 2,
  name: 3,
  mtu: 4,
  link: 5,
  queueing: 6,
  master: 10,
  queueLength: 13,
  operationalState: 16,
  mode: 17,
  info: 18,
  netnsPid: 19,
  alias: 20,
  virtualFunctions: 22,
  group: 27,
  netnsFd: 28,
  extraMask: 29,
  linkNetnsId: 37,
  protocolDown: 39,
  xdp: 43,
  targetNetnsId: 46,
  alternativeNames: 52,
  alternativeName: 53,
  permanentAddress: 54,
  protocolDownReason: 55,
} as const;

/** RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS: include a network card's virtual functions, omit counters */
const EXTRA = 0x1 | 0x8;

/** Requests a link without its counters, which make up most of the message */
export const WITHOUT_COUNTERS: Attribute = u32(IFLA.extraMask, EXTRA);

/** IFLA_INFO_* */
export const INFO = { kind: 1, data: 2, portKind: 4, portData: 5 } as const;

const HEADER_BYTES = 16;

/** The header of a link message, `struct ifinfomsg` */
export interface LinkHeader {
  /** 0 when an attribute names the link, or a new link has no index yet */
  readonly index: number;
  readonly flags: number;
  /** The mask of flags to change */
  readonly change: number;
}

/** A header that names no link and changes nothing */
export const NO_LINK: LinkHeader = { index: 0, flags: 0, change: 0 };

/** Encodes the header */
export function linkHeader({ index, flags, change }: LinkHeader): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setInt32(4, index, true);
  view.setUint32(8, flags, true);
  view.setUint32(12, change, true);
  return header;
}

/** A decoded link message */
export interface LinkMessage {
  readonly family: number;
  /** ARPHRD_*, include/uapi/linux/if_arp.h */
  readonly hardware: number;
  readonly index: number;
  readonly flags: number;
  readonly attributes: Attributes;
}

/** Decodes a link message */
export function decodeLink(payload: Buffer): LinkMessage {
  return {
    family: payload.readUInt8(0),
    hardware: payload.readUInt16LE(2),
    index: payload.readInt32LE(4),
    flags: payload.readUInt32LE(8),
    attributes: decode(payload.subarray(HEADER_BYTES)),
  };
}
