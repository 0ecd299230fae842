/**
 * Messages about routes.
 * Source: rtnetlink(7), `struct rtmsg`; include/uapi/linux/rtnetlink.h.
 *
 * @module
 */
import { type Attributes, decode } from "../rtnetlink/attribute.ts";

/** RTM_*ROUTE */
export const ROUTE = { add: 24, delete: 25, get: 26 } as const;

/** RTA_* */
export const RTA = {
  destination: 1,
  source: 2,
  inputLink: 3,
  outputLink: 4,
  gateway: 5,
  priority: 6,
  preferredSource: 7,
  metrics: 8,
  multipath: 9,
  flow: 11,
  cache: 12,
  table: 15,
  mark: 16,
  via: 18,
  newDestination: 19,
  preference: 20,
  encapsulation: 22,
  user: 25,
  ttlPropagation: 26,
  nextHopId: 30,
} as const;

/** RT_TABLE_* */
export const TABLE = { default: 253, main: 254, local: 255 } as const;

/** RTPROT_*: the origin of a route */
export const PROTOCOL = { unspecified: 0, kernel: 2, boot: 3, static: 4 } as const;

/** RTN_*: what happens to matching packets */
export const ROUTE_TYPE = {
  unicast: 1,
  local: 2,
  broadcast: 3,
  anycast: 4,
  multicast: 5,
  blackhole: 6,
  unreachable: 7,
  prohibit: 8,
  throw: 9,
} as const;

/** RTM_F_*: marks the result of a lookup, and requests the table of a lookup */
export const ROUTE_FLAGS = { found: 0x200, withTable: 0x1000 } as const;

const HEADER_BYTES = 12;

/** The header of a route message, `struct rtmsg` */
export interface RouteHeader {
  readonly family: number;
  /** The prefix length of the destination */
  readonly prefix: number;
  readonly sourcePrefix: number;
  readonly tos: number;
  readonly table: number;
  readonly protocol: number;
  readonly scope: number;
  readonly type: number;
  readonly flags: number;
}

/** An empty header, for requests */
export const ANY_ROUTE: RouteHeader = {
  family: 0,
  prefix: 0,
  sourcePrefix: 0,
  tos: 0,
  table: 0,
  protocol: 0,
  scope: 0,
  type: 0,
  flags: 0,
};

/** Encodes the header */
export function routeHeader(route: RouteHeader): Uint8Array {
  const { family, prefix, sourcePrefix, tos, table, protocol, scope, type, flags } = route;
  const header = new Uint8Array(HEADER_BYTES);
  header.set([family, prefix, sourcePrefix, tos, table, protocol, scope, type]);
  new DataView(header.buffer).setUint32(8, flags, true);
  return header;
}

/** A decoded route message */
export interface RouteMessage extends RouteHeader {
  readonly attributes: Attributes;
}

/** Decodes a route message */
export function decodeRoute(payload: Buffer): RouteMessage {
  const [family = 0, prefix = 0, sourcePrefix = 0, tos = 0, table = 0, protocol = 0, scope = 0, type = 0] = payload;
  const attributes = decode(payload.subarray(HEADER_BYTES));
  return {
    family,
    prefix,
    sourcePrefix,
    tos,
    // The header has one byte for the table's number, the attribute all of it
    table: attributes.get(RTA.table)?.readUInt32LE(0) ?? table,
    protocol,
    scope,
    type,
    flags: payload.readUInt32LE(8),
    attributes,
  };
}
