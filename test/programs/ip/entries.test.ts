/**
 * Addresses, routes, rules and neighbours: what is added goes, and what is lost comes back.
 */
import { describe, expect, test } from "bun:test";
import { naming } from "../../support/naming.ts";

import type { Told } from "../../support/kernel/seen-network.ts";
import {
  HERE,
  type Host,
  NAMED,
  NETWORKS,
  OWN,
  planFor,
  taken,
  THERE,
  together,
  wayBack,
} from "../../shell/invert/host-with.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

const LINK = { network: HERE, name: "A", index: 7, mac: "02:00:00:00:00:07" };

/** A network with a link A, and this */
function having(told: Told): Host {
  return { sees: { [OWN]: { links: { A: {} }, ...told } } };
}

const [VIA9, VIA8] = ["10.9.0.0/24 via 10.1.0.9 dev A", "10.9.0.0/24 via 10.1.0.8 dev A"];

describe("a route", () => {
  const via9 = "10.9.0.0/24 via 10.1.0.9";
  const host = (lines: readonly string[]) =>
    having({
      routes: lines.map((line) => ({
        destination: "10.9.0.0/24",
        gateway: line === VIA9 ? "10.1.0.9" : "10.1.0.8",
        dev: "A",
      })),
    });

  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ["add", [], [VIA9], [`del ${via9}`], [`del ${VIA9}`]],
    ["add", [VIA9], [VIA9], [`del ${via9}`], []],
    ["append", [VIA8], [VIA8, VIA9], [`del ${via9}`], [`del ${VIA9}`]],
    ["prepend", [VIA8], [VIA9, VIA8], [`del ${via9}`], [`del ${VIA9}`]],
    ["replace", [VIA8], [VIA9], [`del ${via9}`, `add ${VIA8}`], [`del ${VIA9}`, `add ${VIA8}`]],
    ["change", [VIA8], [VIA9], [`del ${via9}`, `add ${VIA8}`], [`del ${VIA9}`, `add ${VIA8}`]],
    ["chg", [VIA8], [VIA9], [`del ${via9}`, `add ${VIA8}`], [`del ${VIA9}`, `add ${VIA8}`]],
    ["del", [VIA9, VIA8], [VIA8], [`add ${VIA9}`, `add ${VIA8}`], [`add ${VIA9}`]],
    ["del", [], [], [], []],
  ])("that is there by `%s` with %j, then %j", async (verb, before, after, planned, done) => {
    const way = await wayBack(`ip route ${verb} ${via9}`, host(before), host(after));
    const lines = (words: readonly string[]) => words.map((one) => `ip -4 route ${one}`);
    expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
  });

  test("is known by its words, its link and those that were there", async () => {
    const way = await wayBack(`ip route add ${via9}`, host([VIA8]), host([VIA8, VIA9]));
    const list = { of: "route", family: "inet", to: "10.9.0.0/24" };
    const known = { kind: "entry", network: HERE, list, family: "inet", change: "made" };
    // The links that routes lead over are looked at where there are routes
    expect([taken(way.steps), taken(way.completed)]).toEqual([
      [{ ...known, words: null, before: [VIA8], link: null }],
      [{ ...known, words: VIA9, before: [], link: LINK }],
    ]);
    const lost = await wayBack(`ip route del ${via9}`, host([VIA9]), host([]));
    expect(taken(lost.completed)).toEqual([{ ...known, change: "removed", words: VIA9, before: [VIA9], link: LINK }]);
  });

  test.each([
    ["ip route del default", "inet", "default"],
    ["ip -6 route del default", "inet6", "default"],
    ["ip -6 route del any", "inet6", "default"],
    ["ip route del all", "inet", "default"],
    ["ip route del default via fd00::1", "inet6", "default"],
    ["ip route del fd00::/8", "inet6", "fd00::/8"],
    ["ip -f inet6 route del default", "inet6", "default"],
    ["ip -family inet route del default via fd00::1", "inet", "default"],
    ["ip route del unreachable 10.0.0.0/8", "inet", "10.0.0.0/8"],
    ["ip route del dev A to 10.0.0.0/8", "inet", "10.0.0.0/8"],
    ["ip route del onlink 10.0.0.0/8", "inet", "10.0.0.0/8"],
    ["ip route del 10.0.0.0/8 nexthop via 10.2.0.1 nexthop via 10.2.0.2", "inet", "10.0.0.0/8"],
    ["ip route del 10.0.0.0/8 encap mpls 7", "inet", "10.0.0.0/8"],
    ["ip route del 10/8", "inet", "10.0.0.0/8"],
    ["ip -6 route del FD00:0::/8", "inet6", "fd00::/8"],
  ] as const)("of `%s` is one of %s to %s", async (line, family, destination) => {
    const routes = [
      { family, destination, dev: "A" },
      { family, destination: family === "inet" ? "10.77.0.0/16" : "fd77::/16", dev: "A" },
      { family: family === "inet" ? ("inet6" as const) : ("inet" as const), destination: "default", dev: "A" },
    ];
    const { planned } = await wayBack(line, having({ routes }));
    expect(planned).toEqual([`ip ${family === "inet" ? "-4" : "-6"} route add ${destination} dev A`]);
  });

  test("of a family that its destination is not of is none: ip refuses it", async () => {
    const routes = [{ destination: "fd00::/8", dev: "A" }];
    expect((await wayBack("ip -4 route del fd00::/8", having({ routes }))).planned).toEqual([]);
  });

  const KEYWORDS =
    "src via from tos dsfield expires metric priority preference scope mtu hoplimit advmss reordering rtt window cwnd initcwnd " +
    "initrwnd features quickack congctl rttvar ssthresh realms nhid protocol table vrf dev oif pref ttl-propagate " +
    "fastopen_no_cookie met prio prefe proto tab real";
  const TYPES = "unicast local broadcast anycast multicast throw unreachable prohibit blackhole nat xresolve";
  test.each([
    ...KEYWORDS.split(" ").map((word) => `${word} 7 10.1.0.0/8`),
    ...TYPES.split(" ").map((type) => `${type} 10.1.0.0/8`),
  ])("`%s`: its destination is known", (words) => {
    expect(planFor(`ip route add ${words}`)).toMatchObject({ changes: naming("10.1.0.0/8") });
  });

  test.each(["via 10.1.0.1", "10.1.0.0/8 10.2.0.0/16", "7 8 9"])("nobody knows which one `%s` is", (words) => {
    expect(planFor(`ip route add ${words}`).kind).toBe("unknown");
  });

  test.each([
    ["append", "adds a route to x"],
    ["prepend", "adds a route to x"],
    ["replace", "sets the route to x"],
    ["change", "changes the route to x"],
    ["delete", "removes the route to x"],
  ])("`ip route %s x` %s", (verb, changes) => {
    expect(planFor(`ip route ${verb} x`)).toMatchObject({ changes });
  });
});

describe("a rule", () => {
  const MAIN = { priority: 32766 };
  const SEVEN = { priority: 77, from: "10.0.0.0/8", table: "9" };
  const IPV6 = { family: "inet6", priority: 77, from: "fd00::/8", table: "9" } as const;
  const [BACK, BACK6] = ["pref 77 from 10.0.0.0/8 lookup 9", "pref 77 from fd00::/8 lookup 9"];
  type Rules = NonNullable<Told["rules"]>;
  test.each<[string, string, Rules, Rules, readonly string[], readonly string[]]>([
    ["-4", "rule add from 10.0.0.0/8 table 9", [MAIN], [MAIN, SEVEN], ["del from 10.0.0.0/8 table 9"], [`del ${BACK}`]],
    ["-4", "rule del from 10.0.0.0/8", [MAIN, SEVEN], [MAIN], [`add ${BACK}`], [`add ${BACK}`]],
    ["-4", "rule del from 10/8", [MAIN, SEVEN], [MAIN], [`add ${BACK}`], [`add ${BACK}`]],
    ["-4", "rule del from 10.0.0.0/255.0.0.0 to 0/0", [MAIN, SEVEN], [MAIN], [`add ${BACK}`], [`add ${BACK}`]],
    ["-4", "rule del pref 77", [MAIN, SEVEN], [MAIN], [`add ${BACK}`], [`add ${BACK}`]],
    ["-4", "rule del from 10.0.0.1", [MAIN, SEVEN], [MAIN], [], [`add ${BACK}`]],
    ["-6", "rule del from fd00::/8", [IPV6], [], [`add ${BACK6}`], [`add ${BACK6}`]],
    ["-6", "rule del from FD00:0::/8", [IPV6], [], [`add ${BACK6}`], [`add ${BACK6}`]],
    ["-6", "-6 rule add table 9", [], [IPV6], ["del table 9"], [`del ${BACK6}`]],
  ])("of %s by `ip %s`", async (family, line, before, after, planned, done) => {
    const way = await wayBack(`ip ${line}`, having({ rules: before }), having({ rules: after }));
    const lines = (words: readonly string[]) => words.map((one) => `ip ${family} rule ${one}`);
    expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
    const list = { of: "rule", family: family === "-4" ? "inet" : "inet6" };
    expect(taken(way.completed)).toMatchObject(done.map(() => ({ kind: "entry", list, link: null })));
  });

  test("in words", () => {
    expect(planFor("ip rule add pref 7")).toMatchObject({ changes: naming("pref", 7) });
    expect(planFor("ip rule del pref 7")).toMatchObject({ changes: naming("pref", 7) });
  });
});

test("in a network that is not there nothing goes back, and in one that is all is there", async () => {
  const into = "ip netns exec N ";
  expect((await wayBack(`${into}ip rule del pref 7`, {})).planned).toEqual([]);
  const told = { rules: [{ priority: 7, table: "9" }] };
  const way = await wayBack(`${into}ip rule del pref 7`, together(NETWORKS, { sees: { [NAMED]: told } }));
  expect(way.planned).toEqual([`${into}ip -4 rule add pref 7 from all lookup 9`]);
  expect(taken(way.steps)).toMatchObject([{ network: THERE }]);
});

test("an address that several words name", async () => {
  expect(
    (
      await wayBack(
        "ip addr add 10.1.0.1/24 dev A",
        linksWith({ A: {} }),
        linksWith({ A: { addresses: ["10.1.0.1/24"] } }),
      )
    ).done,
  ).toEqual(["ip address del 10.1.0.1/24 dev A"]);
});
