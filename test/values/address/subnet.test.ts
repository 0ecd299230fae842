import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { parseCidr } from "../../../lib/values/address/cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { hostAt, hostBeside, hostCount, isUsableHost } from "../../../lib/values/address/subnet-hosts.ts";
import {
  broadcastAddress,
  contains,
  networkAddress,
  networkOf,
  overlaps,
  subnet,
} from "../../../lib/values/address/subnet.ts";
import { parseAddress } from "../../../lib/values/address/address.ts";
import { ipv6Text } from "../../../lib/values/address/ipv6-text.ts";
import { NO_PREFIX } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";
import { bytesOf } from "./spellings.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";

test.each([
  ["172.17.42.99/16", "172.17.0.0", "172.17.255.255", 65_534],
  ["10.1.1.1/24", "10.1.1.0", "10.1.1.255", 254],
  ["10.1.1.130/25", "10.1.1.128", "10.1.1.255", 126],
  ["10.1.1.7/30", "10.1.1.4", "10.1.1.7", 2],
  ["10.1.1.1/31", "10.1.1.0", "10.1.1.1", 2],
  ["10.1.1.1/32", "10.1.1.1", "10.1.1.1", 1],
  ["200.1.2.3/1", "128.0.0.0", "255.255.255.255", 2_147_483_646],
  ["10.1.1.1/0", "0.0.0.0", "255.255.255.255", 4_294_967_294],
])("%s is on the subnet from %s to %s, with %d hosts", (text, first, last, hosts) => {
  const cidr = parseCidr(text);
  expect<string>(networkAddress(cidr)).toBe(first);
  expect<string>(broadcastAddress(parseIpv4Cidr(cidr))).toBe(last);
  expect(hostCount(cidr)).toBe(hosts);
});

test.each([
  ["10.1.1.0/24", "10.1.1.255/24", true],
  ["10.1.1.0/24", "10.1.2.0/24", false],
  ["10.1.0.0/16", "10.1.2.0/24", true],
  ["10.1.0.0/16", "10.2.0.0/16", false],
  ["10.1.1.1/32", "10.1.1.1/32", true],
  ["10.1.1.1/32", "10.1.1.2/32", false],
  ["0.0.0.0/0", "192.168.5.1/24", true],
])("whether %s and %s overlap: %p, whichever comes first", (one, other, answer) => {
  expect(overlaps(parseCidr(one), parseCidr(other))).toBe(answer);
  expect(overlaps(parseCidr(other), parseCidr(one))).toBe(answer);
});

test.each([
  ["10.1.1.9/24", 1, "10.1.1.1"],
  ["10.1.1.9/24", 254, "10.1.1.254"],
  ["172.17.42.1/16", 256, "172.17.1.0"],
  ["10.1.1.9/31", 0, "10.1.1.8"],
  ["10.1.1.9/31", 1, "10.1.1.9"],
  ["10.1.1.9/32", 0, "10.1.1.9"],
  ["200.0.0.0/0", 4_294_967_294, "255.255.255.254"],
])("on the subnet of %s, host %d is %s", (text, n, host) => {
  expect<string>(hostAt(parseCidr(text), n)).toBe(host);
});

test.each([
  ["192.168.5.1/24", 1, "192.168.5.2"],
  ["192.168.5.1/24", 2, "192.168.5.3"],
  ["192.168.5.2/24", 1, "192.168.5.1"],
  ["192.168.5.2/24", 2, "192.168.5.3"],
  ["192.168.5.9/24", 2, "192.168.5.2"],
  ["192.168.5.6/29", 5, "192.168.5.5"],
  ["192.168.5.8/31", 1, "192.168.5.9"],
  ["192.168.5.9/31", 1, "192.168.5.8"],
])("beside %s, host %d is %s", (own, n, host) => {
  expect<string>(hostBeside(parseCidr(own), n)).toBe(host);
});

test.each([
  ["192.168.5.1/30", 2],
  ["192.168.5.1/32", 1],
])("beside %s there is no host %d", (own, n) => {
  expect(() => hostBeside(parseCidr(own), n)).toThrow(RangeError);
});

test.each([
  ["10.1.1.0/24", 0, 1, 254],
  ["10.1.1.0/24", 255, 1, 254],
  ["10.1.1.0/24", -1, 1, 254],
  ["10.1.1.0/24", 1.5, 1, 254],
  ["10.1.1.0/24", NaN, 1, 254],
  ["10.1.1.0/31", 2, 0, 1],
  ["10.1.1.0/32", 1, 0, 0],
])("the subnet of %s has no host %d", (text, n, first, last) => {
  const message = `Cannot take host ${n} of "${text}": its hosts are ${first} to ${last}`;
  expect(() => hostAt(parseCidr(text), n)).toThrow(new RangeError(message));
});

describe("the arithmetic is that of plain integers", () => {
  const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const prefix = fc.integer({ min: 0, max: 32 });

  test("for the first and the last address of a subnet", () => {
    fc.assert(
      fc.property(uint32, prefix, (address, length) => {
        const size = 2 ** (32 - length);
        const first = Math.floor(address / size) * size;
        const cidr = parseCidr(`${dotted(address)}/${length}`);
        expect<string>(networkAddress(cidr)).toBe(dotted(first));
        expect<string>(networkOf(cidr)).toBe(`${dotted(first)}/${length}`);
        expect<string>(broadcastAddress(parseIpv4Cidr(cidr))).toBe(dotted(first + size - 1));
      }),
    );
  });

  test("for what is on a subnet, and what of it is a host's", () => {
    // Near to the edges, where mistakes would be
    const near = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(uint32, prefix, fc.boolean(), near, (address, length, end, offset) => {
        const size = 2 ** (32 - length);
        const first = Math.floor(address / size) * size;
        const last = first + size - 1;
        const other = ((end ? last : first) + offset + 2 ** 32) % 2 ** 32;
        const inside = first <= other && other <= last;
        const usable = inside && (length >= 31 || (other !== first && other !== last));

        const cidr = parseCidr(`${dotted(address)}/${length}`);
        expect(contains(cidr, parseIpv4(dotted(other)))).toBe(inside);
        expect(isUsableHost(cidr, parseIpv4(dotted(other)))).toBe(usable);
      }),
    );
  });

  test("for the nth host, which is usable and n after the first address", () => {
    fc.assert(
      fc.property(uint32, prefix, fc.nat(), (address, length, seed) => {
        const cidr = parseCidr(`${dotted(address)}/${length}`);
        const n = (length >= 31 ? 0 : 1) + (seed % hostCount(cidr));
        const size = 2 ** (32 - length);
        expect<string>(hostAt(cidr, n)).toBe(dotted(Math.floor(address / size) * size + n));
        expect(isUsableHost(cidr, hostAt(cidr, n))).toBe(true);
      }),
    );
  });

  test("for subnets that overlap", () => {
    fc.assert(
      fc.property(uint32, prefix, fc.nat({ max: 1000 }), prefix, (address, length, distance, otherLength) => {
        const other = (address + distance) % 2 ** 32;
        const size = 2 ** (32 - Math.min(length, otherLength));
        const same = Math.floor(address / size) === Math.floor(other / size);
        const [one, two] = [parseCidr(`${dotted(address)}/${length}`), parseCidr(`${dotted(other)}/${otherLength}`)];
        expect(overlaps(one, two)).toBe(same);
      }),
    );
  });
});

describe("of IPv6 the arithmetic is that of plain integers, too", () => {
  const uint128 = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
  const prefix = fc.integer({ min: 0, max: 128 });

  test("for the first address of a subnet", () => {
    fc.assert(
      fc.property(uint128, prefix, (number, length) => {
        const size = 1n << BigInt(128 - length);
        const cidr = parseCidr(`${written(number)}/${length}`);
        expect<string>(networkAddress(cidr)).toBe(written((number / size) * size));
      }),
    );
  });

  test("for what is on a subnet, and what of it is a host's: all but the first", () => {
    const near = fc.bigInt({ min: -2n, max: 2n });
    fc.assert(
      fc.property(uint128, prefix, fc.boolean(), near, (number, length, end, offset) => {
        const size = 1n << BigInt(128 - length);
        const first = (number / size) * size;
        const other = BigInt.asUintN(128, (end ? first + size - 1n : first) + offset);
        const inside = first <= other && other < first + size;

        const cidr = parseCidr(`${written(number)}/${length}`);
        expect(contains(cidr, parseAddress(written(other)))).toBe(inside);
        expect(isUsableHost(cidr, parseAddress(written(other)))).toBe(inside && (length >= 127 || other !== first));
      }),
    );
  });

  test("for the nth host", () => {
    fc.assert(
      fc.property(uint128, prefix, fc.nat(), (number, length, seed) => {
        const size = 1n << BigInt(128 - length);
        const cidr = parseCidr(`${written(number)}/${length}`);
        const n = (length >= 127 ? 0 : 1) + (seed % hostCount(cidr));
        expect<string>(hostAt(cidr, n)).toBe(written((number / size) * size + BigInt(n)));
      }),
    );
  });
});

test("an address is on no subnet of the other family, and no subnet overlaps with one", () => {
  expect(contains(parseCidr("0.0.0.0/0"), parseAddress("::1"))).toBe(false);
  expect(contains(parseCidr("::/0"), parseIpv4("10.1.1.1"))).toBe(false);
  expect(overlaps(parseCidr("::/0"), parseCidr("0.0.0.0/0"))).toBe(false);
});

test.each([
  ["10.1.1.1/24", "it is an address in 10.1.1.0/24, which is the network", "10.1.1.0/24"],
  ["FD00:0::1/64", "it is an address in fd00::/64, which is the network", "fd00::/64"],
  ["fd00::", NO_PREFIX, null],
])("%s is no network: %s", (text, reason, offer) => {
  expect(refusalOf(subnet, text)).toMatchObject({ reason, tryThis: offer });
});

function written(uint128: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) => Number((uint128 >> BigInt(16 * (7 - at))) & 0xffffn));
  return ipv6Text(bytesOf(groups));
}

function dotted(uint32: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(uint32 / 2 ** shift) % 256).join(".");
}
