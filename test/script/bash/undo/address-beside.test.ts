/**
 * Addresses of the machine that a script asks for before it touches anything.
 */
import { describe, expect, test } from "bun:test";

import { inBash, printing } from "../in-bash.ts";

/** The way that ip prints addresses of an interface */
const ip = (...addresses: readonly string[]) =>
  `ip() {
  [[ $* == '-oneline -4 addr show dev others0' ]] || return 9
  ${addresses.map((address) => `echo '7: others0    inet ${address} scope global others0'`).join("\n  ") || ":"}
}`;

test.each([
  ["0.0.0.0", "0"],
  ["10.1.2.3", "167838211"],
  ["255.255.255.255", "4294967295"],
  ["010.08.009.1", "168298753"],
])("%s as a number is %s", (address, number) => {
  expect(inBash(["number"], "", `number ${address}`)).toEqual(printing(number));
});

describe("the address of an interface", () => {
  test("is the first one, without its network", () => {
    expect(inBash(["address-on"], ip("10.9.0.1/24", "10.8.0.1/24"), "address_on others0")).toEqual(
      printing("10.9.0.1"),
    );
  });

  test("is none where it has none", () => {
    expect(inBash(["address-on"], ip(), "address_on others0")).toEqual({ status: 1, stdout: "", stderr: "" });
  });
});

describe("an address beside that of an interface", () => {
  test.each([
    ["10.9.0.1/24", "10.9.0.7/24", "10.9.0.7/24"],
    ["10.9.0.1/24", "10.8.0.7/24", "10.9.0.254/24"],
    ["10.9.0.1/24", "10.9.0.1/24", "10.9.0.254/24"],
    ["10.9.0.254/24", "10.8.0.7/24", "10.9.0.1/24"],
    ["10.9.0.254/24", "10.9.0.254/24", "10.9.0.1/24"],
    ["172.17.42.1/16", "172.17.42.99/16", "172.17.42.99/16"],
    ["172.17.42.1/16", "172.18.42.99/16", "172.17.255.254/16"],
    ["10.9.128.129/17", "10.9.0.1/17", "10.9.255.254/17"],
    ["200.1.2.5/30", "200.1.2.9/24", "200.1.2.6/30"],
    ["200.1.2.6/30", "200.1.2.9/24", "200.1.2.5/30"],
    // The wanted one is the network's own, or its broadcast address
    ["172.17.42.97/30", "172.17.42.96/16", "172.17.42.98/30"],
    ["172.17.42.97/30", "172.17.42.99/16", "172.17.42.98/30"],
    ["172.17.42.98/31", "172.17.42.99/16", "172.17.42.99/31"],
    ["172.18.0.1/31", "172.17.42.99/16", "172.18.0.0/31"],
    ["172.18.0.1/32", "172.17.42.99/16", "172.18.0.1/32"],
  ])("%s, where %s is wanted, is %s", (own, wanted, found) => {
    expect(inBash(["address-beside"], ip(own, "10.7.0.1/24"), `address_beside others0 ${wanted}`)).toEqual(
      printing(found),
    );
  });

  test("is none where it has none", () => {
    expect(inBash(["address-beside"], ip(), "address_beside others0 10.9.0.7/24 || echo none")).toEqual(
      printing("none"),
    );
  });
});
