import { expect, test } from "bun:test";

import fc from "fast-check";

import {
  bytes,
  decode,
  each,
  encode,
  flag,
  nested,
  port16,
  text,
  textOf,
  u16,
  u32,
  u8,
} from "../../../lib/netlink/rtnetlink/attribute.ts";

const attribute = fc.record({ type: fc.integer({ min: 1, max: 0x3fff }), value: fc.uint8Array({ maxLength: 70 }) });

test("what is encoded is read again, in its order", () => {
  fc.assert(
    fc.property(fc.array(attribute), (attributes) => {
      const read = [...each(encode(attributes))].map(([type, value]) => ({ type, value: Uint8Array.from(value) }));
      expect(read).toEqual(attributes);
    }),
  );
});

test("each attribute begins at a multiple of four bytes", () => {
  fc.assert(
    fc.property(fc.array(attribute), (attributes) => {
      const sizes = attributes.map(({ value }) => 4 + Math.ceil(value.length / 4) * 4);
      expect(encode(attributes).length).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }),
  );
});

test("any bytes are read up to the first attribute that is cut short", () => {
  fc.assert(
    fc.property(fc.array(attribute), fc.uint8Array(), (attributes, noise) => {
      const all = [...each(Buffer.concat([encode(attributes), noise]))];
      expect(all.length).toBeGreaterThanOrEqual(attributes.length);
      const cut = encode(attributes).subarray(0, -1);
      expect([...each(cut)].length).toBeLessThanOrEqual(attributes.length);
    }),
  );
});

test("of two attributes of a type the last one counts, as for the kernel", () => {
  expect(
    decode(encode([u8(1, 5), u8(1, 6)]))
      .get(1)
      ?.readUInt8(0),
  ).toBe(6);
});

test.each([
  ["a byte", u8(1, 0xff), [5, 0, 1, 0, 0xff, 0, 0, 0]],
  ["16 bits", u16(1, 0x0102), [6, 0, 1, 0, 2, 1, 0, 0]],
  ["32 bits", u32(1, 0x01020304), [8, 0, 1, 0, 4, 3, 2, 1]],
  ["32 bits, all of them set", u32(1, 0xffff_ffff), [8, 0, 1, 0, 0xff, 0xff, 0xff, 0xff]],
  ["a port, in network order", port16(1, 0x0102), [6, 0, 1, 0, 1, 2, 0, 0]],
  ["a text with its closing NUL", text(1, "é"), [7, 0, 1, 0, 0xc3, 0xa9, 0, 0]],
  ["bytes", bytes(1, Uint8Array.of(10, 0, 0, 1)), [8, 0, 1, 0, 10, 0, 0, 1]],
  ["nothing but that it is there", flag(1), [4, 0, 1, 0]],
  ["attributes in one", nested(1, [u8(2, 3)]), [12, 0, 1, 0x80, 5, 0, 2, 0, 3, 0, 0, 0]],
] as const)("%s", (_what, one, expected) => {
  expect([...encode([one])]).toEqual([...expected]);
});

test.each([
  ["eth0\0", "eth0"],
  ["eth0", "eth0"],
  ["eth0\0rest", "eth0"],
  ["", ""],
])("the text in %j is %j", (value, expected) => {
  expect(textOf(Buffer.from(value))).toBe(expected);
});
