import { expect, test } from "bun:test";

import { mac, parseMac } from "../../../lib/values/address/mac.ts";
import { refusalOf } from "../refusals.ts";

const BROADCAST = "that is broadcast, every interface at once";
const MULTICAST = "its first pair is odd, which makes it a multicast address";

test.each([
  ["02:42:ac:11:00:02", "02:42:ac:11:00:02"],
  ["02:42:AC:11:00:02", "02:42:ac:11:00:02"],
  ["00:00:00:00:00:01", "00:00:00:00:00:01"],
  ["02:42:ac:11:00:00", "02:42:ac:11:00:00"],
  ["fe:ff:ff:ff:ff:ff", "fe:ff:ff:ff:ff:ff"],
])("MAC address %s is accepted, in lower case", (text, address) => {
  expect<string>(parseMac(text)).toBe(address);
});

const SHAPE = "it is six pairs of hex digits with colons, such as 02:42:ac:11:00:02";

test.each([
  ["00:00:00:00:00:00", "all zero is not an address"],
  ["ff:ff:ff:ff:ff:ff", BROADCAST],
  ["FF:ff:FF:ff:FF:ff", BROADCAST],
  ["01:00:5e:00:00:01", MULTICAST],
  ["05:42:ac:11:00:02", MULTICAST],
  ["07:42:ac:11:00:02", MULTICAST],
  ["09:42:ac:11:00:02", MULTICAST],
  ["0b:42:ac:11:00:02", MULTICAST],
  ["0d:42:ac:11:00:02", MULTICAST],
  ["33:33:00:00:00:01", MULTICAST],
  ["0F:42:ac:11:00:02", MULTICAST],
  ["02:42:ac:11:00", SHAPE],
  ["02:42:ac:11:00:02:03", SHAPE],
  ["2:42:ac:11:0:2", SHAPE],
  ["02-42-ac-11-00-02", SHAPE],
  ["0242.ac11.0002", SHAPE],
  ["0242ac110002", SHAPE],
  ["02:42:ac:11:00:0g", SHAPE],
  ["02:42:ac:11:00:02\n", SHAPE],
  ["", SHAPE],
])("MAC address %j is refused: %s", (text, reason) => {
  expect(refusalOf(mac, text).reason).toBe(reason);
});
