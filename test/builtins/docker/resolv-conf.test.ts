import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { resolvConf } from "../../../lib/builtins/docker/resolv-conf.ts";

const HOST = "# written by DHCP\nsearch lan example.org\nnameserver 10.0.0.1\nnameserver 10.0.0.2\noptions ndots:2\n";
const none = { dns: [], dnsSearch: [] };

describe("resolvConf() with neither option", () => {
  test("is the host's file as it is", () => {
    expect(resolvConf(HOST, none)).toBe(HOST);
  });

  test.each([
    ["a loopback server", "nameserver 127.0.0.53\nnameserver 10.0.0.1\n", "nameserver 10.0.0.1\n"],
    ["one of IPv6", "nameserver ::1\nnameserver fe80::1%eth0\nnameserver 10.0.0.1\n", "nameserver 10.0.0.1\n"],
    ["the last one, with no newline", "nameserver 10.0.0.1\nnameserver 127.0.0.1", "nameserver 10.0.0.1\n"],
  ])("leaves out %s", (_, host, file) => {
    expect(resolvConf(host, none)).toBe(file);
  });

  test.each([
    [
      "only loopback servers",
      "search lan\nnameserver 127.0.0.1\n",
      "search lan\n\nnameserver 8.8.8.8\nnameserver 8.8.4.4",
    ],
    [
      "only a commented one",
      "#nameserver 10.0.0.1\n",
      "#nameserver 10.0.0.1\n\nnameserver 8.8.8.8\nnameserver 8.8.4.4",
    ],
    ["nothing", "", "\nnameserver 8.8.8.8\nnameserver 8.8.4.4"],
  ])("puts Docker's public servers where the host has %s", (_, host, file) => {
    expect(resolvConf(host, none)).toBe(file);
  });
});

describe("resolvConf() with options", () => {
  test.each([
    [
      "--dns keeps the host's search",
      ["9.9.9.9", "1.1.1.1"],
      [],
      "search lan example.org\nnameserver 9.9.9.9\nnameserver 1.1.1.1\noptions ndots:2\n",
    ],
    [
      "--dns-search keeps the host's servers",
      [],
      ["a.test", "b.test"],
      "search a.test b.test\nnameserver 10.0.0.1\nnameserver 10.0.0.2\noptions ndots:2\n",
    ],
    ["both replace both", ["9.9.9.9"], ["a.test"], "search a.test\nnameserver 9.9.9.9\noptions ndots:2\n"],
    ["--dns-search=. leaves the search out", [], ["."], "nameserver 10.0.0.1\nnameserver 10.0.0.2\noptions ndots:2\n"],
  ])("%s", (_, dns, dnsSearch, file) => {
    expect(resolvConf(HOST, { dns, dnsSearch })).toBe(file);
  });

  test("--dns-search alone stands in Docker's public servers for loopback ones", () => {
    expect(resolvConf("nameserver 127.0.0.53\n", { dns: [], dnsSearch: ["a.test"] })).toBe(
      "search a.test\nnameserver 8.8.8.8\nnameserver 8.8.4.4\n",
    );
  });

  test("the last search and options lines of the host count", () => {
    const host = "search old\nsearch new # not this\noptions a\noptions b c\nnameserver 10.0.0.1\n";
    expect(resolvConf(host, { dns: ["9.9.9.9"], dnsSearch: [] })).toBe("search new\nnameserver 9.9.9.9\noptions b c\n");
  });
});

test("a container never gets a loopback name server from its host", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const server = fc.oneof(
    fc.tuple(octet, octet, octet).map((tail) => `127.${tail.join(".")}`),
    fc.ipV4(),
    fc.ipV6(),
  );
  const blank = fc.constantFrom(" ", "\t", "  ");
  const lines = fc.array(fc.tuple(blank, server).map(([gap, address]) => `nameserver${gap}${address}`));
  fc.assert(
    fc.property(lines, fc.constantFrom([], ["a.test"]), (host, dnsSearch) => {
      const file = resolvConf(host.join("\n"), { dns: [], dnsSearch });
      const servers = file.split("\n").filter((line) => line.startsWith("nameserver"));
      expect(servers.length).toBeGreaterThan(0);
      expect(servers.filter((line) => /\s127\.|:/.test(line))).toEqual([]);
    }),
  );
});
