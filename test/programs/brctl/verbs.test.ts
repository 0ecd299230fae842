/**
 * What `brctl` and `ip link set … type bridge` change of a bridge goes back, in the words of `ip`.
 */
import { describe, expect, test } from "bun:test";

import { planFor, taken, wayBack } from "../../shell/invert/host-with.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

/** Each option, and what it is of a bridge that was just made */
const OPTIONS: Readonly<Record<string, number>> = {
  forward_delay: 1500,
  hello_time: 200,
  max_age: 2000,
  ageing_time: 30000,
  stp_state: 0,
  priority: 32768,
  group_fwd_mask: 0,
  no_linklocal_learn: 0,
  vlan_filtering: 0,
  vlan_default_pvid: 1,
  vlan_stats_enabled: 0,
  mcast_snooping: 1,
  mcast_router: 1,
  mcast_query_use_ifaddr: 0,
  mcast_querier: 0,
  mcast_hash_max: 4096,
  mcast_stats_enabled: 0,
  mcast_igmp_version: 2,
  mcast_mld_version: 1,
  nf_call_iptables: 0,
  nf_call_ip6tables: 0,
  nf_call_arptables: 0,
};

const MAC = "02:00:00:00:00:07";

/** A bridge with these options, and a port */
function bridge(options: Readonly<Record<string, number>>) {
  return linksWith({
    br0: { kind: "bridge", bridge: options },
    p: { index: 8, state: { master: "br0" } },
  });
}

/** The port, once the bridge is gone */
const ALONE = linksWith({ p: { index: 8 } });

describe.each(Object.entries(OPTIONS))("a bridge's %s", (option, value) => {
  test("is set back", async () => {
    const way = await wayBack(
      `ip link set br0 type bridge ${option} 5`,
      bridge(OPTIONS),
      bridge({ ...OPTIONS, [option]: 5 }),
    );
    const back = [`ip link set dev br0 type bridge ${option} ${value}`];
    expect([way.planned, way.done]).toEqual([back, back]);
    expect(taken(way.completed)).toMatchObject([{ setting: option, was: `${value}`, made: "5" }]);
  });

  test("is set when the bridge is made again, unless it is a new one's", async () => {
    const made = `ip link add name br0 index 7 address ${MAC} type bridge`;
    const port = "ip link set dev p master br0";
    const changed = await wayBack("brctl delbr br0", bridge({ ...OPTIONS, [option]: 5 }), ALONE);
    expect(changed.done).toEqual([made, port, `ip link set dev br0 type bridge ${option} 5`]);
    expect((await wayBack("brctl delbr br0", bridge(OPTIONS), ALONE)).done).toEqual([made, port]);
  });
});

test.each<[string, string, string]>([
  ["stp br0 on", "stp_state", "sets type bridge stp_state 1 of br0"],
  ["setfd br0 7", "forward_delay", "sets type bridge forward_delay 700 of br0"],
  ["sethello br0 7", "hello_time", "sets type bridge hello_time 700 of br0"],
  ["setmaxage br0 7", "max_age", "sets type bridge max_age 700 of br0"],
  ["setageing br0 7", "ageing_time", "sets type bridge ageing_time 700 of br0"],
  ["setbridgeprio br0 7", "priority", "sets type bridge priority 7 of br0"],
])("`brctl %s` changes %s", async (words, option, changes) => {
  expect(planFor(`brctl ${words}`)).toMatchObject({ changes });
  const way = await wayBack(`brctl ${words}`, bridge(OPTIONS), bridge({ ...OPTIONS, [option]: 5 }));
  expect(way.done).toEqual([`ip link set dev br0 type bridge ${option} ${OPTIONS[option]}`]);
});

test("a port that is put on, and taken off", async () => {
  const [off, on] = [linksWith({ p: {} }), linksWith({ p: { state: { master: "br0" } } })];
  expect((await wayBack("brctl addif br0 p", off, on)).done).toEqual(["ip link set dev p nomaster"]);
  expect((await wayBack("brctl delif br0 p", on, off)).done).toEqual(["ip link set dev p master br0"]);
});

test.each([
  ["addbr br0", "makes the bridge br0"],
  ["delbr br0", "deletes br0"],
  ["addif br0 p", "makes p a port of br0"],
  ["delif br0 p", "removes p from its bridge"],
])("`brctl %s` %s", (words, changes) => {
  expect(planFor(`brctl ${words}`)).toMatchObject({ kind: "undoable", changes });
});

test.each([
  ...["", "show", "showmacs br0", "showstp br0", "--help", "-h", "--version", "-V"].map((words) => [words, "none"]),
  ...["addif br0 p q", "delif br0 p q", "nonsense", "constructor br0"].map((words) => [words, "unknown"]),
  ["stp br0 on on", "undoable"],
])("`brctl %s` is %s", (words, kind) => {
  expect(planFor(`brctl ${words}`.trim()).kind).toBe(kind as "none");
});
