import { type Attributes, aligned, decode } from "../rtnetlink/attribute.ts";

/** `struct rtnexthop`, include/uapi/linux/rtnetlink.h */
const HEADER_BYTES = 8;

/** One of the ways of a route that has several */
export interface NextHop {
  readonly flags: number;
  /** How many of all packets go this way, in proportion to the others' */
  readonly weight: number;
  /** The number of the link that they leave by */
  readonly link: number;
  readonly attributes: Attributes;
}

/** Reads RTA_MULTIPATH, up to the first that is cut short */
export function* nextHopsIn(attribute: Buffer): Generator<NextHop> {
  let at = 0;
  while (at + HEADER_BYTES <= attribute.byteLength) {
    const length = attribute.readUInt16LE(at);
    if (length < HEADER_BYTES || at + length > attribute.byteLength) return;
    yield {
      flags: attribute.readUInt8(at + 2),
      weight: attribute.readUInt8(at + 3) + 1,
      link: attribute.readInt32LE(at + 4),
      attributes: decode(attribute.subarray(at + HEADER_BYTES, at + length)),
    };
    at += aligned(length);
  }
}
