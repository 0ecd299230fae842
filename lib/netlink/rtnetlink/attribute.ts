/**
 * Attributes of netlink messages: a length, a type and a value each, padded to four bytes.
 * Source: netlink(7); include/uapi/linux/netlink.h, `struct nlattr`.
 *
 * @module
 */

/** An attribute to send: its type and value */
export interface Attribute {
  readonly type: number;
  readonly value: Uint8Array;
}

/** NLA_F_NESTED, for attributes made of attributes */
const NESTED = 0x8000;
/** NLA_TYPE_MASK: without NESTED and NLA_F_NET_BYTEORDER */
const TYPE = 0x3fff;

const HEADER_BYTES = 4;

/** Rounds a length up to its padded size, NLA_ALIGN */
export function aligned(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** Makes an attribute of raw bytes, such as an address */
export function bytes(type: number, value: Uint8Array): Attribute {
  return { type, value };
}

/** Makes an attribute of one byte */
export function u8(type: number, value: number): Attribute {
  return { type, value: Uint8Array.of(value) };
}

/** Makes an attribute of 16 bits, in host order */
export function u16(type: number, value: number): Attribute {
  return { type, value: new Uint8Array(Uint16Array.of(value).buffer) };
}

/** Makes an attribute of 32 bits, in host order */
export function u32(type: number, value: number): Attribute {
  return { type, value: new Uint8Array(Uint32Array.of(value).buffer) };
}

/** Numbers by their names: the attribute of each, and how many bytes it takes */
export type NumberTable = Readonly<Record<string, readonly [type: number, width: 1 | 2 | 4]>>;

/** Attributes of numbers by their names; of what is left out there is none */
export function numbers<Table extends NumberTable>(
  table: Table,
  values: Readonly<Partial<Record<keyof Table, number>>>,
): readonly Attribute[] {
  const write = { 1: u8, 2: u16, 4: u32 };
  return Object.entries(table).flatMap(([name, [type, width]]) => {
    const value = values[name];
    return value === undefined ? [] : [write[width](type, value)];
  });
}

/** An attribute of 16 bits in network order, as ports are */
export function port16(type: number, value: number): Attribute {
  return { type, value: Uint8Array.of(value >> 8, value & 0xff) };
}

/** Makes an attribute of a NUL-terminated string */
export function text(type: number, value: string): Attribute {
  return { type, value: Buffer.from(`${value}\0`) };
}

/** Makes an attribute without a value, whose presence is the message */
export function flag(type: number): Attribute {
  return { type, value: new Uint8Array() };
}

/** Makes an attribute that contains attributes */
export function nested(type: number, attributes: readonly Attribute[]): Attribute {
  return { type: type | NESTED, value: encode(attributes) };
}

/** Encodes attributes one after the other, as in a message */
export function encode(attributes: readonly Attribute[]): Uint8Array {
  const size = attributes.reduce((sum, { value }) => sum + HEADER_BYTES + aligned(value.byteLength), 0);
  const encoded = new Uint8Array(size);
  const view = new DataView(encoded.buffer);
  let at = 0;
  for (const { type, value } of attributes) {
    view.setUint16(at, HEADER_BYTES + value.byteLength, true);
    view.setUint16(at + 2, type, true);
    encoded.set(value, at + HEADER_BYTES);
    at += HEADER_BYTES + aligned(value.byteLength);
  }
  return encoded;
}

/** Values by attribute type; of a repeated type the last one counts, as for the kernel */
export type Attributes = ReadonlyMap<number, Buffer>;

/** Decodes attributes, up to the first truncated one */
export function decode(encoded: Uint8Array): Attributes {
  return new Map(each(encoded));
}

/** Decodes attributes in order, also those of a list, where all have one type */
export function* each(encoded: Uint8Array): Generator<[type: number, value: Buffer]> {
  const buffer = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  let at = 0;
  while (at + HEADER_BYTES <= buffer.byteLength) {
    const length = buffer.readUInt16LE(at);
    if (length < HEADER_BYTES || at + length > buffer.byteLength) return;
    yield [buffer.readUInt16LE(at + 2) & TYPE, buffer.subarray(at + HEADER_BYTES, at + length)];
    at += aligned(length);
  }
}

/** Decodes a NUL-terminated string */
export function textOf(value: Buffer): string {
  const end = value.indexOf(0);
  return value.toString("utf8", 0, end < 0 ? value.byteLength : end);
}
