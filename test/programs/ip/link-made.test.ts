/**
 * Links that are made, moved and deleted.
 */
import { describe, expect, test } from "bun:test";

import { address } from "../../support/kernel/seen-network.ts";
import {
  HERE,
  type Host,
  NAMED,
  NETWORKS,
  planFor,
  taken,
  THERE,
  together,
  wayBack,
} from "../../shell/invert/host-with.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

const MAC = "02:00:00:00:00:07";
const [A, B] = [{ A: {} }, { B: { index: 8, state: { address: "02:00:00:00:00:08" } } }];
const BOTH = linksWith({ ...A, ...B });
/** A bridge has the address of its port */
const BRIDGE = (address: string) => ({ br0: { index: 9, kind: "bridge", state: { address } } });
const OWN_MAC = "02:00:00:00:00:09";
const N = "ip netns exec N";

test.each<[string, Host, Host, readonly string[], readonly string[]]>([
  ["add A type dummy", {}, linksWith(A), ["delete dev A"], ["delete dev A"]],
  ["add name A type dummy", {}, {}, ["delete dev A"], []],
  ["add A type dummy", linksWith(A), linksWith(A), [], []],
  ["add A type veth", {}, linksWith(A), ["delete dev A"], ["delete dev A"]],
  ["add A type veth peer B", {}, BOTH, ["delete dev A", "delete dev B"], ["delete dev A", "delete dev B"]],
  ["add A type veth peer name B", linksWith(B), BOTH, ["delete dev A"], ["delete dev A"]],
  ["add A type vxlan peer name B", {}, BOTH, ["delete dev A"], ["delete dev A"]],
  [
    "add A master br0 type dummy",
    linksWith(BRIDGE(OWN_MAC)),
    linksWith({ ...A, ...BRIDGE(MAC) }),
    ["delete dev A", `set dev br0 address ${OWN_MAC}`],
    ["delete dev A", `set dev br0 address ${OWN_MAC}`],
  ],
  ["add A master br0 type dummy", linksWith({ ...A, ...BRIDGE(MAC) }), linksWith({ ...A, ...BRIDGE(MAC) }), [], []],
])("`ip link %s` with %j, then %j", async (words, before, after, planned, done) => {
  const way = await wayBack(`ip link ${words}`, before, after);
  const lines = (all: readonly string[]) => all.map((one) => `ip link ${one}`);
  expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
});

test("a link that is made is known by its number and its address, in its network", async () => {
  const after = together(NETWORKS, linksWith(A), linksWith(B, NAMED));
  const way = await wayBack("ip link add A type veth peer name B netns N", NETWORKS, after);
  expect(way.done).toEqual(["ip link delete dev A", `${N} ip link delete dev B`]);
  const made = { kind: "link", change: "made" };
  expect([taken(way.steps), taken(way.completed)]).toEqual([
    [
      { ...made, network: HERE, name: "A", index: null, mac: null },
      { ...made, network: THERE, name: "B", index: null, mac: null },
    ],
    [
      { ...made, network: HERE, name: "A", index: 7, mac: MAC },
      { ...made, network: THERE, name: "B", index: 8, mac: "02:00:00:00:00:08" },
    ],
  ]);
  expect((await wayBack("ip link add A netns N type dummy", NETWORKS)).planned).toEqual([`${N} ip link delete dev A`]);
  expect((await wayBack("ip link add A netns O type dummy", NETWORKS)).planned).toEqual([]);
});

test("a bridge without an address is not given one", async () => {
  const bare = linksWith({ A: {}, br0: { state: { address: "00:00:00:00:00:00" } } });
  expect((await wayBack("ip link set A master br0", bare)).planned).toEqual(["ip link set dev A nomaster"]);
});

test.each([
  ["add A type dummy", "makes the dummy A"],
  ["add A", "makes the link A"],
  ["add A type veth", "makes the veth A and its peer"],
  ["add A type veth peer B", "makes the veth pair A and B"],
  ["del A", "deletes A"],
])("`ip link %s` %s", (words, changes) => {
  expect(planFor(`ip link ${words}`)).toMatchObject({ changes });
});

describe("a link that is moved", () => {
  const UP = { A: { state: { state: "up" }, addresses: ["10.1.0.1/24"] } } as const;
  const here = together(NETWORKS, linksWith(UP));
  const back = [
    `${N} ip link set dev A netns 1`,
    "ip link set dev A up",
    "ip address add 10.1.0.1/24 scope global dev A",
  ];

  test.each<[string, string, Host, readonly string[], readonly string[]]>([
    ["is there", "A netns N", linksWith({ A: { index: 70 } }, NAMED), back, back],
    ["stays", "A netns N", linksWith(UP), back, []],
    ["is gone", "A netns N", {}, back, []],
    ["is another's there", "A netns N", linksWith({ A: { index: 70, state: { address: "x" } } }, NAMED), back, []],
    [
      "is renamed",
      "A netns N name C",
      linksWith({ C: { index: 70 } }, NAMED),
      [`${N} ip link set dev C netns 1 name A`, ...back.slice(1)],
      [`${N} ip link set dev C netns 1 name A`, ...back.slice(1)],
    ],
    ["goes nowhere", "A netns O", linksWith(UP), [], []],
  ])("and %s", async (_what, words, after, planned, done) => {
    const way = await wayBack(`ip link set ${words}`, here, together(NETWORKS, after));
    expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
  });

  test("is known where it is", async () => {
    const way = await wayBack(
      "ip link set A netns N",
      here,
      together(NETWORKS, linksWith({ A: { index: 70 } }, NAMED)),
    );
    const known = { kind: "link", change: "made", network: THERE, name: "A", mac: MAC };
    expect([taken(way.steps)[0], taken(way.completed)[0]]).toEqual([
      { ...known, index: 7 },
      { ...known, index: 70 },
    ]);
  });

  test("has nothing to go back to where its name is another's", async () => {
    expect((await wayBack("ip link set A netns N", together(here, linksWith(A, NAMED)))).planned).toEqual([]);
  });

  test.each([
    [N, NAMED, "N"],
    ["nsenter --net=/proc/7/ns/net", "/proc/7/ns/net", "7"],
    ["nsenter -t 7 -n", "/proc/7/ns/net", "7"],
    ["nsenter --target 7 --net", "/proc/7/ns/net", "7"],
    ["nsenter --target=7 -n", "/proc/7/ns/net", "7"],
    ["nsenter -n/proc/7/ns/net", "/proc/7/ns/net", "7"],
    [`${N} ${N}`, NAMED, "N"],
    ["nsenter --net=/run/netns/M", "/run/netns/M", "M"],
    ["nsenter --net=/var/run/netns/M", "/var/run/netns/M", "M"],
  ])("from `%s`, %s, goes back by %s", async (into, file, name) => {
    const { planned } = await wayBack(
      `${into} ip link set A netns 1`,
      together({ networks: { [file]: 3, "/proc/1/ns/net": 1 } }, linksWith(A, file)),
    );
    expect(planned).toEqual([`ip link set dev A netns ${name}`]);
  });

  test.each(["nsenter --net=/x", "nsenter -t 7 -n -m"])("from `%s` has no known way back", (into) => {
    expect(planFor(`${into} ip link set A netns 1`).kind).toBe("unknown");
    expect(planFor(`${into} ip link set A up`).kind).toBe("undoable");
  });
});

test.each([
  [[], ["ip link set dev lo down", "ip address del 127.0.0.1/8 dev lo"]],
  [["127.0.0.1/8"], ["ip link set dev lo down"]],
])("the loopback with %j gets an address as it goes up", async (addresses, planned) => {
  const host = linksWith({ lo: { addresses: addresses.map((one) => ({ ...address(one), scope: "host" })) } });
  expect((await wayBack("ip link set lo up", host)).planned).toEqual([...planned]);
});
