/**
 * What `bridge link set` changes of a port goes back, in the words of `ip`.
 */
import { describe, expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";
import type { BridgePort } from "../../../lib/netlink/see/bridge-port.ts";
import { planFor, taken, wayBack } from "../../shell/invert/host-with.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

/** A port that was just made, of an interface of 10 Gbit/s */
const NEW = {
  state: "3",
  priority: "32",
  cost: "2",
  mcast_router: "1",
  hairpin: "off",
  guard: "off",
  root_block: "off",
  fastleave: "off",
  learning: "on",
  flood: "on",
  mcast_flood: "on",
  bcast_flood: "on",
  mcast_to_unicast: "off",
  neigh_suppress: "off",
  vlan_tunnel: "off",
  isolated: "off",
  locked: "off",
} as const satisfies BridgePort;

function portLike(port: BridgePort) {
  return linksWith({ br0: { kind: "bridge" }, p: { index: 8, state: { master: "br0" }, port } });
}

const ALONE = linksWith({ br0: { kind: "bridge" }, p: { index: 8 } });

/** Another value, as it is typed */
function otherThan(value: string): string {
  return { on: "off", off: "on" }[value] ?? "4";
}

describe.each(Object.entries(NEW))("a port's %s", (option, value) => {
  test("is set back", async () => {
    const other = otherThan(value);
    const way = await wayBack(
      `bridge link set dev p ${option} ${other}`,
      portLike(NEW),
      portLike({ ...NEW, [option]: other }),
    );
    const back = [`ip link set dev p type bridge_slave ${option} ${value}`];
    expect([way.planned, way.done]).toEqual([back, back]);
    expect(taken(way.completed)).toMatchObject([{ setting: `port.${option}`, was: value, made: other }]);
  });
});

describe("a port that loses its bridge", () => {
  test("has what was set of it back once it is on it again", async () => {
    const was = portLike({ ...NEW, hairpin: "on", cost: "7" });
    const back = [
      "ip link set dev p master br0",
      "ip link set dev p type bridge_slave cost 7",
      "ip link set dev p type bridge_slave hairpin on",
    ];
    const way = await wayBack("ip link set p nomaster", was, ALONE);
    expect([way.planned, way.done]).toEqual([back, back]);
  });

  test("is set no more than it was: the kernel itself says its state, and what its speed costs", async () => {
    const way = await wayBack("ip link set p nomaster", portLike({ ...NEW, cost: "100", state: "0" }), ALONE);
    expect(way.done).toEqual(["ip link set dev p master br0"]);
  });
});

describe("a state", () => {
  test.each(["blocking", "4"])("may be said as %s", async (word) => {
    const way = await wayBack(`bridge link set dev p state ${word}`, portLike(NEW), portLike({ ...NEW, state: "4" }));
    expect(way.done).toEqual(["ip link set dev p type bridge_slave state 3"]);
    expect(explainLine(`bridge link set dev p state ${word}`)).toMatchObject({
      changes: `sets state ${word} of the port p`,
      kernel: ["sets for the port p its state in the spanning tree protocol: blocking"],
      words: [{}, {}, {}, {}, {}, {}, { word, means: "it forwards nothing, which prevents a loop" }],
    });
  });
});

test.each<[line: string, missing: readonly string[]]>([
  [
    "bridge link set",
    ["dev, and the port", "what to set: hairpin, guard, learning, flood, isolated, cost, priority, state"],
  ],
  ["bridge link set dev p", ["what to set: hairpin, guard, learning, flood, isolated, cost, priority, state"]],
  ["bridge link set dev p cost", ["after cost, a number; the path with the lowest cost is used"]],
])("`%s` lacks %j", (line, missing) => {
  expect(explainLine(line).missing).toEqual([...missing]);
});

test.each([
  "bridge link",
  "bridge",
  "bridge fdb show dev p",
  "bridge -d vlan",
  "bridge monitor all",
  "bridge mdb",
  "bridge nonsense add",
])("`%s` changes nothing", (line) => {
  expect(planFor(line)).toEqual({ kind: "none" });
});
