/**
 * Links that are made, moved and deleted.
 */
import { describe, expect, test } from "bun:test";

import { HERE, type Host, NETWORKS, planFor, taken, THERE, together, wayBack } from "../host-with.ts";
import { ipv4, linksWith } from "./links-with.ts";

const MAC = "02:00:00:00:00:07";
const [A, B] = [{ A: {} }, { B: { ifindex: 8, address: "02:00:00:00:00:08" } }];
const BOTH = linksWith({ ...A, ...B });
const BRIDGE = { br0: { ifindex: 9, linkinfo: { info_kind: "bridge" } } };
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
    linksWith(BRIDGE),
    linksWith({ ...A, ...BRIDGE }),
    ["delete dev A", `set dev br0 address ${MAC}`],
    ["delete dev A", `set dev br0 address ${MAC}`],
  ],
  ["add A master br0 type dummy", linksWith({ ...A, ...BRIDGE }), linksWith({ ...A, ...BRIDGE }), [], []],
])("`ip link %s` with %j, then %j", async (words, before, after, planned, done) => {
  const way = await wayBack(`ip link ${words}`, before, after);
  const lines = (all: readonly string[]) => all.map((one) => `ip link ${one}`);
  expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
});

test("a link that is made is known by its number and its address, in its network", async () => {
  const after = together(NETWORKS, linksWith(A), linksWith(B, N));
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
  const bare = linksWith({ A: {}, br0: { address: "00:00:00:00:00:00" } });
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
  const UP = { A: { flags: ["UP"], addr_info: [ipv4("10.1.0.1/24")] } };
  const here = together(NETWORKS, linksWith(UP));
  const back = [
    `${N} ip link set dev A netns 1`,
    "ip link set dev A up",
    "ip address add 10.1.0.1/24 scope global dev A",
  ];

  test.each<[string, string, Host, readonly string[], readonly string[]]>([
    ["is there", "A netns N", linksWith({ A: { ifindex: 70 } }, N), back, back],
    ["stays", "A netns N", linksWith(UP), back, []],
    ["is gone", "A netns N", {}, back, []],
    ["is another's there", "A netns N", linksWith({ A: { ifindex: 70, address: "x" } }, N), back, []],
    [
      "is renamed",
      "A netns N name C",
      linksWith({ C: { ifindex: 70 } }, N),
      [`${N} ip link set dev C netns 1`, "ip link set dev C name A", ...back.slice(1)],
      [`${N} ip link set dev C netns 1`, "ip link set dev C name A", ...back.slice(1)],
    ],
    ["goes nowhere", "A netns O", linksWith(UP), [], []],
  ])("and %s", async (_what, words, after, planned, done) => {
    const way = await wayBack(`ip link set ${words}`, here, together(NETWORKS, after));
    expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
  });

  test("is known where it is", async () => {
    const way = await wayBack("ip link set A netns N", here, together(NETWORKS, linksWith({ A: { ifindex: 70 } }, N)));
    const known = { kind: "link", change: "made", network: THERE, name: "A", mac: MAC };
    expect([taken(way.steps)[0], taken(way.completed)[0]]).toEqual([
      { ...known, index: 7 },
      { ...known, index: 70 },
    ]);
  });

  test("has nothing to go back to where its name is another's", async () => {
    expect((await wayBack("ip link set A netns N", together(here, linksWith(A, N)))).planned).toEqual([]);
  });

  test.each([
    [N, "N"],
    ["nsenter --net=/proc/7/ns/net", "7"],
    ["nsenter -t 7 -n", "7"],
    ["nsenter --target 7 --net", "7"],
    ["nsenter --target=7 -n", "7"],
    ["nsenter --net=/run/netns/M", "M"],
    ["nsenter --net=/var/run/netns/M", "M"],
  ])("from `%s` goes back by %s", async (into, name) => {
    const prints = { [`${into} readlink /proc/self/ns/net`]: "net:[3]" };
    const { planned } = await wayBack(
      `${into} ip link set A netns 1`,
      together({ prints, networks: { "/proc/1/ns/net": 1 } }, linksWith(A, into)),
    );
    expect(planned).toEqual([`ip link set dev A netns ${name}`]);
  });

  test.each(["nsenter --net=/x", "nsenter -n/proc/7/ns/net", "nsenter -t 7 -n -m", `${N} ${N}`])(
    "from `%s` has no known way back",
    (into) => {
      expect(planFor(`${into} ip link set A netns 1`).kind).toBe("unknown");
      expect(planFor(`${into} ip link set A up`).kind).toBe("undoable");
    },
  );
});

test.each([
  [[], ["ip link set dev lo down", "ip address del 127.0.0.1/8 dev lo"]],
  [["127.0.0.1/8"], ["ip link set dev lo down"]],
])("the loopback with %j gets an address as it goes up", async (addresses, planned) => {
  const addr_info = addresses.map((one) => ({ ...ipv4(one), scope: "host" }));
  expect((await wayBack("ip link set lo up", linksWith({ lo: { addr_info } }))).planned).toEqual([...planned]);
});
