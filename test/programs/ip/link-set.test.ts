/**
 * A link that is set goes back to what it was, setting by setting.
 */
import { describe, expect, test } from "bun:test";

import type { LinkState } from "../../../lib/netlink/see/link.ts";
import { HERE, NAMED, NETWORKS, OWN, planFor, taken, THERE, together, wayBack } from "../../shell/invert/host-with.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

const MAC = "02:00:00:00:00:07";

const ROUTES = [
  { gateway: "10.1.0.9" },
  { destination: "10.1.0.0/24", protocol: "kernel", scope: "link" },
  { destination: "10.1.0.9", scope: "link", metric: 7 },
  { destination: "fd00:9::/64", protocol: "ra" },
  { destination: "fd00:8::/64", metric: 1024 },
];

/** A link that has all there is to lose */
const FULL = {
  state: { state: "up", multicast: "off", master: "b0", group: 7, alias: "old" },
  addresses: ["10.1.0.1/24"],
} as const;

const BRIDGE = { index: 9, kind: "bridge", state: { address: "02:00:00:00:00:09" } };

const HOST = together(NETWORKS, {
  sees: { [OWN]: { links: { A: FULL, b1: BRIDGE }, routes: ROUTES.map((route) => ({ ...route, dev: "A" })) } },
});

const ROUTES_BACK = [
  "ip -4 route add 10.1.0.9 scope link metric 7 dev A",
  "ip -6 route add fd00:8::/64 metric 1024 dev A",
  "ip -4 route add default via 10.1.0.9 dev A",
];
const ADDRESS_BACK = "ip address add 10.1.0.1/24 scope global dev A";

test.each<[words: string, back: readonly string[]]>([
  ["up", ["ip link set dev A up"]],
  ["down", ["ip link set dev A up", ADDRESS_BACK, ...ROUTES_BACK]],
  ["dev A", []],
  ["name B", ["ip link set dev B name A"]],
  [
    "netns N",
    [
      "ip netns exec N ip link set dev A netns 1",
      "ip link set dev A master b0",
      "ip link set dev A up",
      ADDRESS_BACK,
      ...ROUTES_BACK,
    ],
  ],
  ["address 02:00:00:00:00:01", [`ip link set dev A address ${MAC}`]],
  ["mtu 1400", ["ip link set dev A mtu 1500"]],
  ["master b1", ["ip link set dev A master b0", "ip link set dev b1 address 02:00:00:00:00:09"]],
  ["master b2", ["ip link set dev A master b0"]],
  ["vrf v", ["ip link set dev A master b0", ...ROUTES_BACK]],
  ["nomaster", ["ip link set dev A master b0", ...ROUTES_BACK]],
  ["alias x", ["ip link set dev A alias old"]],
  ["txqueuelen 5", ["ip link set dev A txqueuelen 1000"]],
  ["qlen 5", ["ip link set dev A txqueuelen 1000"]],
  ["txqlen 5", ["ip link set dev A txqueuelen 1000"]],
  ["group 5", ["ip link set dev A group 7"]],
  ["arp off", ["ip link set dev A arp on"]],
  ["multicast on", ["ip link set dev A multicast off"]],
  ["allmulticast on", ["ip link set dev A allmulticast off"]],
  ["promisc on", ["ip link set dev A promisc off"]],
  ["dynamic on", ["ip link set dev A dynamic off"]],
  ["protodown on", ["ip link set dev A protodown off"]],
  [
    "name B mtu 1400 down",
    ["ip link set dev B name A", "ip link set dev A mtu 1500", "ip link set dev A up", ADDRESS_BACK, ...ROUTES_BACK],
  ],
  [
    "mtu 1400 up alias x dynamic on",
    ["mtu 1500", "alias old", "dynamic off", "up"].map((one) => `ip link set dev A ${one}`),
  ],
])("before `ip link set A %s` runs", async (words, back) => {
  const way = await wayBack(`ip link set A ${words}`, HOST);
  expect<unknown>([way.planned, way.done]).toEqual([back, way.done.filter((line) => line.includes(" netns "))]);
});

/** By its words: what is seen of the setting that it gives, and the way back */
describe.each<[setting: string, was: Partial<LinkState>, made: Partial<LinkState>, back: string]>([
  ["address", {}, { address: "02:00:00:00:00:01" }, `address ${MAC}`],
  ["mtu", {}, { mtu: 1400 }, "mtu 1500"],
  ["txqueuelen", { txqueuelen: 0, address: "" }, { address: "" }, "txqueuelen 0"],
  ["alias", {}, { alias: "new" }, "alias ''"],
  ["group", {}, { group: 7 }, "group default"],
  ["arp", { arp: "off" }, { arp: "on" }, "arp off"],
  ["arp", { arp: "on" }, { arp: "off" }, "arp on"],
  ["multicast", { multicast: "on" }, { multicast: "off" }, "multicast on"],
  ["allmulticast", { allmulticast: "on" }, {}, "allmulticast on"],
  ["promisc", { promisc: "on" }, {}, "promisc on"],
  ["dynamic", { dynamic: "on" }, {}, "dynamic on"],
  ["protodown", { protodown: "on" }, {}, "protodown on"],
  ["protodown", {}, { protodown: "on" }, "protodown off"],
  ["master", {}, { master: "b1" }, "nomaster"],
  ["state", { state: "down" }, { state: "up" }, "down"],
])("a link's %s, %j before and %j after", (setting, was, made, back) => {
  test(`goes back by \`${back}\``, async () => {
    const words = setting === "state" ? "up" : `${setting} x`;
    const [before, after] = [linksWith({ A: { state: was } }), linksWith({ A: { state: made } })];
    expect((await wayBack(`ip link set A ${words}`, before, after)).done).toEqual([`ip link set dev A ${back}`]);
    expect((await wayBack(`ip link set A ${words}`, before)).done).toEqual([]);
  });
});

test("each setting is known by the link, and by what it was and is", async () => {
  const [before, after] = [linksWith({ A: {} }), linksWith({ A: { state: { mtu: 1400 } } })];
  const { steps, completed } = await wayBack("ip link set A mtu 1400", before, after);
  const setting = { kind: "link setting", network: HERE, name: "A", index: 7, mac: MAC, setting: "mtu", was: "1500" };
  expect([taken(steps), taken(completed)]).toEqual([[{ ...setting, made: null }], [{ ...setting, made: "1400" }]]);
});

test("a link that goes down again does so under its new name, before it gets its old one", async () => {
  const [before, after] = [linksWith({ A: {} }), linksWith({ B: { state: { state: "up", mtu: 1400 } } })];
  const { planned, done, completed } = await wayBack("ip link set A name B up mtu 1400", before, after);
  const back = ["ip link set dev B down", "ip link set dev B name A", "ip link set dev A mtu 1500"];
  expect<unknown>([planned, done]).toEqual([[back[0], back[1], back[2]], back]);
  const link = { network: HERE, index: 7, mac: MAC };
  expect(taken(completed)).toEqual([
    { kind: "link setting", ...link, name: "B", setting: "state", was: "down", made: "up" },
    { kind: "link", change: "made", ...link, name: "B" },
    { kind: "link setting", ...link, name: "A", setting: "mtu", was: "1500", made: "1400" },
  ]);
});

test.each([
  ["set 'A' vf 0 up", "unknown"],
  ["set A type bridge stp_state 1 nonsense 1", "unknown"],
  ["set A type veth mtu 7", "unknown"],
  ["set A type bridge stp_state nonsense priority 2", "undoable"],
  ["set group 7", "unknown"],
  ["set up", "unknown"],
])("ip link %s is %s", (words, kind) => {
  expect(planFor(`ip link ${words}`).kind).toBe(kind as "unknown");
});

test.each([
  ["ip link set A", "changes nothing on A"],
  ["ip link set dev A", "changes nothing on A"],
  ["ip link set A netns 7 name B down", "moves A to the network namespace of 7, renames A to B, sets A down"],
])("`%s` %s", (line, changes) => {
  expect(planFor(line)).toMatchObject({ changes });
});

test("in another network all runs there", async () => {
  const host = together(NETWORKS, linksWith({ A: {} }, NAMED));
  const after = together(NETWORKS, linksWith({ A: { state: { state: "up" } } }, NAMED));
  const { planned, completed } = await wayBack("ip -n N link set A up", host, after);
  expect(planned).toEqual(["ip netns exec N ip link set dev A down"]);
  expect(taken(completed)).toMatchObject([{ network: THERE }]);
});
