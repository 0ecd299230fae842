import { describe, expect, test } from "bun:test";

import { localhostWarning, parseDnsServer, parseSearchDomain } from "../../../../lib/builtins/docker/options/dns.ts";

const SERVER = { long: "dns" } as const;
const DOMAIN = { long: "dns-search" } as const;

describe("a name server", () => {
  test.each(["192.0.2.1", "2001:db8::1", "::1"])("may be %s", (text) => {
    expect<string>(parseDnsServer(SERVER, text)).toBe(text);
  });

  test("has no blanks around it", () => {
    expect<string>(parseDnsServer(SERVER, " 192.0.2.1 ")).toBe("192.0.2.1");
  });

  test.each(["", "x", "1.2.3", "256.1.1.1", "01.2.3.4", "192.0.2.1,192.0.2.2", "fe80::1%eth0", "192.0.2.1\nsearch x"])(
    "is not %j",
    (text) => {
      const message = `invalid argument ${JSON.stringify(text)} for "--dns" flag: ${text} is not an ip address`;
      expect(() => parseDnsServer(SERVER, text)).toThrow(message);
    },
  );
});

describe("a search domain", () => {
  test.each([
    ["example.com", "example.com"],
    ["example.com.", "example.com"],
    [" a-b.org ", "a-b.org"],
    ["EXAMPLE.com", "EXAMPLE.com"],
    ["a1", "a1"],
    [".", "."],
    [`${"a".repeat(64)}.com`, `${"a".repeat(64)}.com`],
  ])("%j is %s", (text, domain) => {
    expect<string>(parseSearchDomain(DOMAIN, text)).toBe(domain);
  });

  test.each(["", "..", "-a", "a-", "a..b", "a_b", "a b", "x#y", "*.com", "10.0.0.1", "a\nb", `a${"b".repeat(254)}`])(
    "is not %j",
    (text) => {
      expect(() => parseSearchDomain(DOMAIN, text)).toThrow(`for "--dns-search" flag: ${text} is not a valid domain`);
    },
  );
});

test("the first server that a container would look for in itself is told", () => {
  const servers = (...texts: readonly string[]) => texts.map((text) => parseDnsServer(SERVER, text));
  expect(localhostWarning(servers("192.0.2.1", "2001:db8::2"))).toBeNull();
  expect(localhostWarning([])).toBeNull();
  expect(localhostWarning(servers("192.0.2.1", "127.0.0.53", "::1"))).toBe(
    "WARNING: Localhost DNS setting (--dns=127.0.0.53) may fail in containers.",
  );
});
