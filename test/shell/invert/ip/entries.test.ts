/**
 * Addresses, routes, rules and neighbours: what is added goes, and what is lost comes back.
 */
import { describe, expect, test } from "bun:test";
import { naming } from "../../../support/naming.ts";

import { HERE, type Host, NETWORKS, planFor, taken, THERE, together, wayBack } from "../host-with.ts";
import { ipv4, linksWith } from "./links-with.ts";

const LINK = { network: HERE, name: "A", index: 7, mac: "02:00:00:00:00:07" };

/** A network where a command lists this */
function listing(list: string, printed: string): Host {
  return together(linksWith({ A: {} }), { prints: { [list]: printed } });
}

const [VIA9, VIA8] = ["10.9.0.0/24 via 10.1.0.9 dev A", "10.9.0.0/24 via 10.1.0.8 dev A"];

describe("a route", () => {
  const list = "ip -4 -oneline route show table all exact 10.9.0.0/24";
  const via9 = "10.9.0.0/24 via 10.1.0.9";
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
    const hosts = [before, after].map((lines) => listing(list, lines.join("\n")));
    const way = await wayBack(`ip route ${verb} ${via9}`, hosts[0] ?? {}, hosts[1]);
    const lines = (words: readonly string[]) => words.map((one) => `ip -4 route ${one}`);
    expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
  });

  test("is known by its line, its link and those that were there", async () => {
    const way = await wayBack(`ip route add ${via9}`, listing(list, VIA8), listing(list, `${VIA8}\n${VIA9}`));
    const known = {
      kind: "listed",
      listing: "route",
      network: HERE,
      list: list.split(" "),
      change: "made",
      place: null,
    };
    expect([taken(way.steps), taken(way.completed)]).toEqual([
      [{ ...known, line: null, before: [VIA8], link: null }],
      [{ ...known, line: VIA9, before: [], link: LINK }],
    ]);
    const lost = await wayBack(`ip route del ${via9}`, listing(list, VIA9), listing(list, ""));
    expect(taken(lost.completed)).toEqual([{ ...known, change: "removed", line: VIA9, before: [VIA9], link: LINK }]);
  });

  test.each([
    ["ip route del default", "ip -4 -oneline route show table all exact 0.0.0.0/0"],
    ["ip -6 route del default", "ip -6 -oneline route show table all exact ::/0"],
    ["ip -6 route del any", "ip -6 -oneline route show table all exact ::/0"],
    ["ip route del all", "ip -4 -oneline route show table all exact 0.0.0.0/0"],
    ["ip route del default via fd00::1", "ip -6 -oneline route show table all exact ::/0"],
    ["ip route del fd00::/8", "ip -6 -oneline route show table all exact fd00::/8"],
    ["ip -4 route del fd00::/8", "ip -4 -oneline route show table all exact fd00::/8"],
    ["ip -f inet6 route del default", "ip -6 -oneline route show table all exact ::/0"],
    ["ip -family inet route del default via fd00::1", "ip -4 -oneline route show table all exact 0.0.0.0/0"],
    ["ip route del unreachable 10.1.0.0/8", "ip -4 -oneline route show table all exact 10.1.0.0/8"],
    ["ip route del dev A to 10.1.0.0/8", "ip -4 -oneline route show table all exact 10.1.0.0/8"],
    ["ip route del onlink 10.1.0.0/8", "ip -4 -oneline route show table all exact 10.1.0.0/8"],
    [
      "ip route del 10.1.0.0/8 nexthop via 10.2.0.1 nexthop via 10.2.0.2",
      "ip -4 -oneline route show table all exact 10.1.0.0/8",
    ],
    ["ip route del 10.1.0.0/8 encap mpls 7", "ip -4 -oneline route show table all exact 10.1.0.0/8"],
  ])("of `%s` is looked for by `%s`", async (line, looks) => {
    const { planned } = await wayBack(line, { prints: { [looks]: "x dev A" } });
    expect(planned).toEqual([`${looks.slice(0, 5)} route add x dev A`]);
  });

  const KEYWORDS =
    "src via from tos dsfield expires metric priority preference scope mtu hoplimit advmss reordering rtt window cwnd initcwnd " +
    "initrwnd features quackacks congctl rttvar ssthresh realms nhid protocol table vrf dev oif pref ttl-propagate " +
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
    ["delete", "takes away the route to x"],
  ])("`ip route %s x` %s", (verb, changes) => {
    expect(planFor(`ip route ${verb} x`)).toMatchObject({ changes });
  });
});

describe("a rule", () => {
  const [MAIN, SEVEN] = ["32766:\tfrom all lookup main", "77:\tfrom 10.0.0.0/8 lookup 9"];
  const BACK = "pref 77 from 10.0.0.0/8 lookup 9";
  const IPV6 = "77:\tfrom fd00::/8 lookup 9";
  test.each([
    [
      "-4",
      "rule add from 10.0.0.0/8 table 9",
      MAIN,
      `${MAIN}\n${SEVEN}`,
      ["del from 10.0.0.0/8 table 9"],
      [`del ${BACK}`],
    ],
    ["-4", "rule del from 10.0.0.0/8", `${MAIN}\n${SEVEN}`, MAIN, [`add ${BACK}`], [`add ${BACK}`]],
    ["-4", "rule del pref 77", `${MAIN}\n${SEVEN}`, MAIN, [`add ${BACK}`], [`add ${BACK}`]],
    ["-4", "rule del from 10.0.0.1", `${MAIN}\n${SEVEN}`, MAIN, [], [`add ${BACK}`]],
    [
      "-6",
      "rule del from fd00::/8",
      IPV6,
      "",
      ["add pref 77 from fd00::/8 lookup 9"],
      ["add pref 77 from fd00::/8 lookup 9"],
    ],
    ["-6", "-6 rule add table 9", "", IPV6, ["del table 9"], ["del pref 77 from fd00::/8 lookup 9"]],
  ])("of %s by `ip %s`", async (family, line, before, after, planned, done) => {
    const list = `ip ${family} rule show`;
    const way = await wayBack(`ip ${line}`, listing(list, before), listing(list, after));
    const lines = (words: readonly string[]) => words.map((one) => `ip ${family} rule ${one}`);
    expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
    expect(taken(way.completed)).toMatchObject(
      done.map(() => ({ listing: "rule", list: list.split(" "), link: null })),
    );
  });

  test("in words", () => {
    expect(planFor("ip rule add pref 7")).toMatchObject({ changes: naming("pref", 7) });
    expect(planFor("ip rule del pref 7")).toMatchObject({ changes: naming("pref", 7) });
  });
});

test("in a network that is not there nothing goes back, and in one that is all is there", async () => {
  const into = "ip netns exec N ";
  const prints = { [`${into}ip -4 rule show`]: "7: from all lookup 9" };
  expect((await wayBack(`${into}ip rule del pref 7`, {})).planned).toEqual([]);
  const way = await wayBack(`${into}ip rule del pref 7`, together(NETWORKS, { prints }));
  expect(way.planned).toEqual([`${into}ip -4 rule add pref 7 from all lookup 9`]);
  expect(taken(way.steps)).toMatchObject([{ network: THERE }]);
});

test("an address that several words name", async () => {
  expect(
    (
      await wayBack(
        "ip addr add 10.1.0.1/24 dev A",
        linksWith({ A: {} }),
        linksWith({ A: { addr_info: [ipv4("10.1.0.1/24")] } }),
      )
    ).done,
  ).toEqual(["ip address del 10.1.0.1/24 dev A"]);
});
