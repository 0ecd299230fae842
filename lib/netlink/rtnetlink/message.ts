/**
 * Messages of rtnetlink: a header, a struct of the message's kind, and attributes.
 * Source: netlink(7), rtnetlink(7); include/uapi/linux/netlink.h, `struct nlmsghdr`.
 *
 * @module
 */
import { type Attribute, aligned, encode } from "./attribute.ts";

/** A request to the kernel */
export interface Request {
  /** The message type, such as RTM_NEWLINK */
  readonly type: number;
  /** Flags beside NLM_F_REQUEST and NLM_F_ACK, which every request has: NLM_F_CREATE, NLM_F_EXCL… */
  readonly flags: number;
  /** The header struct of this message type */
  readonly header: Uint8Array;
  readonly attributes: readonly Attribute[];
}

/** An answer of the kernel's */
export interface Reply {
  readonly type: number;
  readonly flags: number;
  /** The sequence number of its request */
  readonly sequence: number;
  /** Everything behind the header of sixteen bytes */
  readonly payload: Buffer;
}

/** NLM_F_* of include/uapi/linux/netlink.h */
export const FLAGS = {
  request: 0x1,
  acknowledge: 0x4,
  /** The list changed while it was sent */
  interrupted: 0x10,
  /** An acknowledgement does not repeat the request */
  capped: 0x100,
  /** An acknowledgement has attributes */
  extended: 0x200,
  replace: 0x100,
  exclusive: 0x200,
  create: 0x400,
  append: 0x800,
  /** NLM_F_ROOT | NLM_F_MATCH */
  list: 0x300,
} as const;

/** Message types common to all of netlink */
export const TYPES = { error: 2, done: 3 } as const;

const HEADER_BYTES = 16;

/** Encodes a request with its sequence number */
export function encodeRequest({ type, flags, header, attributes }: Request, sequence: number): Uint8Array {
  const encoded = encode(attributes);
  const begins = HEADER_BYTES + aligned(header.byteLength);
  const message = new Uint8Array(begins + encoded.byteLength);
  const view = new DataView(message.buffer);
  view.setUint32(0, message.byteLength, true);
  view.setUint16(4, type, true);
  view.setUint16(6, flags | FLAGS.request, true);
  view.setUint32(8, sequence, true);
  message.set(header, HEADER_BYTES);
  message.set(encoded, begins);
  return message;
}

/** Decodes the messages of one receive buffer */
export function* decodeReplies(received: Buffer): Generator<Reply> {
  let at = 0;
  while (at + HEADER_BYTES <= received.byteLength) {
    const length = received.readUInt32LE(at);
    if (length < HEADER_BYTES || at + length > received.byteLength) return;
    yield {
      type: received.readUInt16LE(at + 4),
      flags: received.readUInt16LE(at + 6),
      sequence: received.readUInt32LE(at + 8),
      payload: received.subarray(at + HEADER_BYTES, at + length),
    };
    at += aligned(length);
  }
}
