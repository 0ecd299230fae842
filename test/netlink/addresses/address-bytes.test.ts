import { expect, test } from "bun:test";

import { addressBytes } from "../../../lib/netlink/addresses/address-bytes.ts";

test.each<[string, readonly number[]]>([
  ["10.1.0.255", [10, 1, 0, 255]],
  ["::1", [...Array(15).fill(0), 1]],
  ["FE80:0::A", [0xfe, 0x80, ...Array(13).fill(0), 10]],
  ["::ffff:10.1.0.2", [...Array(10).fill(0), 255, 255, 10, 1, 0, 2]],
])("%s", (address, bytes) => {
  expect([...(addressBytes(address) ?? [])]).toEqual([...bytes]);
});

test.each(["", "10.1", "010.0.0.1", "256.1.1.1", "10.1.0.1/24", "fe80::1%eth0", "fe80::1/64", "A", ":", "1::2::3"])(
  "%p is none",
  (text) => {
    expect(addressBytes(text)).toBeNull();
  },
);
