/**
 * Messages about addresses.
 * Source: rtnetlink(7), `struct ifaddrmsg`; include/uapi/linux/if_addr.h.
 *
 * @module
 */
import { type Attributes, decode } from "../rtnetlink/attribute.ts";

/** RTM_*ADDR */
export const ADDRESS = { add: 20, delete: 21, get: 22 } as const;

/** IFA_* */
export const IFA = {
  address: 1,
  local: 2,
  label: 3,
  broadcast: 4,
  anycast: 5,
  cache: 6,
  flags: 8,
  priority: 9,
} as const;

/** AF_* */
export const FAMILY = { any: 0, inet: 2, inet6: 10 } as const;

/** RT_SCOPE_*, include/uapi/linux/rtnetlink.h: the range in which an address or a route is valid */
export const SCOPE = { global: 0, site: 200, link: 253, host: 254, nowhere: 255 } as const;

const HEADER_BYTES = 8;

/** The header of an address message, `struct ifaddrmsg` */
export interface AddressHeader {
  readonly family: number;
  readonly prefix: number;
  readonly scope: number;
  /** The index of the link that has it */
  readonly index: number;
}

/** Encodes the header */
export function addressHeader({ family, prefix, scope, index }: AddressHeader): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set([family, prefix, 0, scope]);
  new DataView(header.buffer).setUint32(4, index, true);
  return header;
}

/** A decoded address message */
export interface AddressMessage extends AddressHeader {
  readonly flags: number;
  readonly attributes: Attributes;
}

/** Decodes an address message */
export function decodeAddress(payload: Buffer): AddressMessage {
  const attributes = decode(payload.subarray(HEADER_BYTES));
  return {
    family: payload.readUInt8(0),
    prefix: payload.readUInt8(1),
    flags: attributes.get(IFA.flags)?.readUInt32LE(0) ?? payload.readUInt8(2),
    scope: payload.readUInt8(3),
    index: payload.readUInt32LE(4),
    attributes,
  };
}
