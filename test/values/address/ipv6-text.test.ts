/** The measure is inet_ntop(3) of the C library. */
import { expect, test } from "bun:test";
import { dlopen } from "bun:ffi";
import fc from "fast-check";

import { ipv6Text } from "../../../lib/values/address/ipv6-text.ts";

const AF_INET6 = 10;
/** INET6_ADDRSTRLEN, netinet/in.h */
const MOST_CHARACTERS = 46;

const { symbols } = dlopen("libc.so.6", { inet_ntop: { args: ["i32", "ptr", "ptr", "u32"], returns: "ptr" } });

/** Zeros are what addresses are shortened by, and an old kind begins with 0xffff */
const group = fc.oneof(fc.constant(0), fc.constant(0), fc.constant(0xffff), fc.integer({ min: 0, max: 0xffff }));

test("an address of IPv6 is written as the C library writes it", () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const bytes = Buffer.concat(groups.map((one) => Buffer.of(one >> 8, one & 0xff)));
      expect(ipv6Text(bytes)).toBe(written(bytes));
    }),
    { numRuns: 5000 },
  );
});

function written(bytes: Buffer): string {
  const text = Buffer.alloc(MOST_CHARACTERS);
  symbols.inet_ntop(AF_INET6, bytes, text, text.byteLength);
  return text.toString("latin1", 0, text.indexOf(0));
}
