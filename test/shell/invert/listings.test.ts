/**
 * What is listed, in the words that its program takes again.
 */
import { describe, expect, test } from "bun:test";

import { beyond, LISTINGS, times } from "../../../lib/shell/invert/listings.ts";

describe("an address", () => {
  const listed = (shown: Readonly<Record<string, unknown>>, ifname = "A") =>
    LISTINGS.address(
      JSON.stringify([{ ifname, addr_info: [{ family: "inet", local: "10.0.0.1", prefixlen: 8, ...shown }] }, {}]),
    );

  test.each<[Readonly<Record<string, unknown>>, string]>([
    [{}, "10.0.0.1/8"],
    [{ address: "10.0.0.2" }, "10.0.0.1 peer 10.0.0.2/8"],
    [{ broadcast: "10.255.255.255" }, "10.0.0.1/8 broadcast 10.255.255.255"],
    [{ scope: "link" }, "10.0.0.1/8 scope link"],
    [{ label: "A" }, "10.0.0.1/8"],
    [{ label: "A:1" }, "10.0.0.1/8 label A:1"],
    [{ metric: 7 }, "10.0.0.1/8 metric 7"],
    [
      { scope: "global", broadcast: "10.0.0.255", label: "A:1", metric: 7, noprefixroute: true },
      "10.0.0.1/8 broadcast 10.0.0.255 scope global label A:1 metric 7 noprefixroute",
    ],
    [{ nodad: true, home: true, mngtmpaddr: true, autojoin: true }, "10.0.0.1/8 nodad home mngtmpaddr autojoin"],
    [{ nodad: false, dynamic: true }, "10.0.0.1/8"],
    [{ family: "inet6", local: "fd00::1", prefixlen: 64, scope: "global" }, "fd00::1/64 scope global"],
  ])("%j is %j", (shown, line) => {
    expect(listed(shown)).toEqual([line]);
  });

  test.each(["link", "host"])("of IPv6 and of scope %s is the kernel's own", (scope) => {
    expect(listed({ family: "inet6", scope })).toEqual([]);
    expect(listed({ family: "inet", scope })).toHaveLength(1);
  });
});

describe.each<["route" | "rule" | "neighbour" | "firewall", readonly (readonly [string, readonly string[]])[]]>([
  [
    "route",
    [
      ["default via 10.0.0.1 dev A \n\n", ["default via 10.0.0.1 dev A"]],
      ["10.0.0.0/8 dev A  scope link linkdown \n", ["10.0.0.0/8 dev A scope link"]],
      ["a dead b offload c rt_offload d trap e error -101 f expires 12sec g pref medium h", ["a b c d e f g h"]],
      ["a error 4", ["a"]],
      ["deadly dev linkdowns", ["deadly dev linkdowns"]],
      [
        "default \\\tnexthop via 10.0.0.1 \\ nexthop via 10.0.0.2",
        ["default nexthop via 10.0.0.1 nexthop via 10.0.0.2"],
      ],
    ],
  ],
  [
    "rule",
    [
      [
        "0:\tfrom all lookup local \n32766:  from  all lookup main",
        ["pref 0 from all lookup local", "pref 32766 from all lookup main"],
      ],
    ],
  ],
  [
    "neighbour",
    [
      [
        "10.0.0.9 dev A lladdr 02:00:00:00:00:01 PERMANENT \n",
        ["10.0.0.9 dev A lladdr 02:00:00:00:00:01 nud permanent"],
      ],
      ["10.0.0.9 dev A NOARP", ["10.0.0.9 dev A nud noarp"]],
      ["10.0.0.9 dev A router proxy extern_learn STALE", ["10.0.0.9 dev A nud passing"]],
      [" 10.0.0.9  dev ABC FAILED", ["10.0.0.9 dev ABC nud passing"]],
    ],
  ],
  ["firewall", [["-P INPUT ACCEPT\n\n -A INPUT -j  DROP\n", ["-P INPUT ACCEPT", " -A INPUT -j  DROP"]]]],
])("a %s", (kind, listings) => {
  test.each([...listings])("%j", (printed, lines) => {
    expect(LISTINGS[kind](printed)).toEqual(lines);
  });
});

test.each([
  [[], [], []],
  [["a", "b"], [], ["a", "b"]],
  [["a", "b"], ["a"], ["b"]],
  [
    ["a", "a", "b", "a"],
    ["a", "c"],
    ["a", "b", "a"],
  ],
  [["a", "b"], ["b", "a"], []],
])("%j has beyond %j: %j", (lines, others, more) => {
  expect<readonly string[]>(beyond(lines, others)).toEqual(more);
  expect(others).toHaveLength(new Set(others).size);
});

test("a line is counted", () => {
  expect([times("a", ["a", "b", "a"]), times("c", ["a"]), times("a", ["aa"])]).toEqual([2, 0, 0]);
});
