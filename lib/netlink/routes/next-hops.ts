import { type Attributes, aligned, decode } from "../rtnetlink/attribute.ts";

/** `struct rtnexthop`, include/uapi/linux/rtnetlink.h */
const HEADER_BYTES = 8;

/** A next hop of a multipath route */
export interface NextHop {
  readonly flags: number;
  /** Its share of the traffic, relative to the other weights */
  readonly weight: number;
  /** The index of the outgoing link */
  readonly link: number;
  readonly attributes: Attributes;
}

/** Decodes RTA_MULTIPATH, up to the first truncated entry */
export function* nextHopsIn(attribute: Buffer): Generator<NextHop> {
  let at = 0;
  while (at + HEADER_BYTES <= attribute.byteLength) {
    const length = attribute.readUInt16LE(at);
    if (length < HEADER_BYTES || at + length > attribute.byteLength) return;
    yield {
      flags: attribute.readUInt8(at + 2),
      // rtnh_hops is one less than the weight
      weight: attribute.readUInt8(at + 3) + 1,
      link: attribute.readInt32LE(at + 4),
      attributes: decode(attribute.subarray(at + HEADER_BYTES, at + length)),
    };
    at += aligned(length);
  }
}
