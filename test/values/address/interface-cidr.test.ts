import { expect, test } from "bun:test";

import { interfaceCidr, parseInterfaceCidr } from "../../../lib/values/address/interface-cidr.ts";
import { LOOPBACK, NO_PREFIX } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";

test.each(["10.1.1.1/24", "fd00::1/64", "fd00::/127", "fd00::ffff:ffff:ffff:ffff/64", "fe80::1/64", "fd00::1/128"])(
  "a host may be %s",
  (text) => {
    expect<string>(parseInterfaceCidr(text)).toBe(text);
  },
);

test.each([
  ["fd00::/64", "fd00:: is any router's address in fd00::/64", "fd00::1/64"],
  ["FD00:0::0/126", "fd00:: is any router's address in fd00::/126", "fd00::1/126"],
  ["10.1.1.255/24", "10.1.1.255 is the broadcast address of 10.1.1.0/24", "10.1.1.1/24"],
  ["::/64", "::/128 is not a host's address: it means that there is none yet", null],
  ["::1/128", "::1/128 is loopback and never leaves its own host", null],
  ["127.0.0.1/8", LOOPBACK, null],
  ["ff02::1/64", "ff00::/8 is multicast, for groups of hosts", null],
  ["::ffff:10.1.1.1/128", "::ffff:0:0/96 is IPv4 as programs write it in IPv6, and on no cable", null],
  ["fd00::1", NO_PREFIX, "fd00::1/64"],
  ["fd00::", NO_PREFIX, "fd00::1/64"],
])("a host may not be %s: %s", (text, reason, offer) => {
  expect(refusalOf(interfaceCidr, text)).toMatchObject({ reason, tryThis: offer });
});
