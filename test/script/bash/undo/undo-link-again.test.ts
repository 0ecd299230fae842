/**
 * Links that are removed are made again as they were, each by its kind; others are left alone.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, type Case, SHOW_LINKS, undone } from "../in-network.ts";

const tried = (there: string, lines: string, more: Partial<Case> = {}) =>
  undone({ needs: ["undo-link"], there, lines, show: SHOW_LINKS, ...more });

/** What a script has before a line that removes one */
const keep = (name: string, way = "") =>
  ["undo_neighbours_on", "undo_routes_over", "undo_addresses", "undo_link"]
    .map((one) => `${one} ${name}${way}`)
    .join("\n");

describe("a bridge that is removed has again", () => {
  test.each([
    ["nothing else", ""],
    ["what links have", "ip link set br0 mtu 1400 txqueuelen 7 alias 'a  b' group 5 up"],
    ["no queue", "ip link set br0 txqueuelen 0"],
    ["other flags, and is up", "ip link set br0 up; ip link set br0 promisc on multicast off arp off allmulticast on"],
    ["stp and its times", "ip link set br0 type bridge stp_state 1 forward_delay 400 hello_time 300 max_age 900"],
    ["its priority and ageing", "ip link set br0 type bridge priority 7 ageing_time 0"],
    ["calls of netfilter", "ip link set br0 type bridge nf_call_iptables 1 nf_call_ip6tables 1 nf_call_arptables 1"],
    ["its multicast", "ip link set br0 type bridge mcast_snooping 0 mcast_querier 1 mcast_router 2 mcast_hash_max 512"],
    ["its masks", "ip link set br0 type bridge group_fwd_mask 8 no_linklocal_learn 1"],
    ["its ports", "ip link set A master br0; ip link set B master br0"],
  ])("%s", (_what, there) => {
    const end = tried(there, `${keep("br0")}\nip link del br0`);
    expect(end.changed).not.toContain("br0: ");
    expect(end).toMatchObject(asBefore(end));
  });

  test("its addresses, routes and neighbours", () => {
    const there = `ip link set br0 up
ip address add 10.0.0.1/24 brd + dev br0 label br0:one
ip route add 10.1.0.0/24 via 10.0.0.2 metric 7
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev br0`;
    const show =
      "ip -oneline -4 address show dev br0 2>/dev/null | sed 's/^[0-9]*//'; ip route show | sed 's/ linkdown//'; ip neigh show nud permanent | grep -v '^ff'";
    const end = tried(there, `${keep("br0")}\nip link del br0`, { show });
    expect(end.changed).toBe("");
    expect(end).toMatchObject(asBefore(end));
  });

  test("in the namespace where it was", () => {
    const there = "ip -n c1 link add br0 address 02:00:00:00:00:0e mtu 1400 type bridge";
    const end = tried(there, `${keep("br0", " ip netns exec c1")}\nip -n c1 link del br0`, {
      show: `ip netns exec c1 ${SHOW_LINKS}`,
    });
    expect(end.changed).not.toContain("br0");
    expect(end).toMatchObject(asBefore(end));
  });
});

test("a dummy comes back, where the kernel has any", () => {
  const there =
    "ip link add d0 address 02:00:00:00:00:0d mtu 1400 type dummy 2>/dev/null || { echo none; exit; }; ip link set d0 up";
  const end = tried(there, `${keep("d0")}\nip link del d0`);
  if (end.before !== "none\n") expect(end).toMatchObject(asBefore(end));
});

describe("a veth that is removed is made again", () => {
  test("with both ends, what both had, and both ends' addresses, routes and neighbours", () => {
    const there = `ip link set A mtu 1400 up; ip link set B mtu 1300 alias 'b  c' up
ip address add 10.0.0.1/24 dev A
ip address add 10.9.0.1 peer 10.9.0.2 dev B
ip route add 10.1.0.0/24 via 10.0.0.2 metric 7
ip route add 10.2.0.0/24 dev B table 100
ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev B`;
    const show = `ip -oneline link show | sed -E 's/^[0-9]+: //; s/qdisc [^ ]+//; s/ state [A-Z]+//' | grep -E '^(A|B)' | sort
ip -oneline -4 address show | sed -E 's/^[0-9]+: //' | sort
ip -4 route show table all type unicast | sort
ip neigh show nud permanent | grep -v '^ff'`;
    const end = tried(there, `${keep("A")}\nip link del A`, { show });
    expect(end.changed).not.toContain("B");
    expect(end).toMatchObject(asBefore(end));
  });

  test("on the bridges where its ends were", () => {
    // Ports get their numbers in the order in which they come
    const end = tried("ip link set A master br0; ip link set B master br0", `${keep("B")}\nip link del B`, {
      show: "ip -oneline link show master br0 | grep -oE '[AB]@[AB]' | sort",
    });
    expect(end.before).toBe("A@B\nB@A\n");
    expect(end).toMatchObject(asBefore(end));
  });
});

describe("is refused, with status 1 and nothing done:", () => {
  test.each([
    ["of a kind that can't be made again", "ip link add v0 link A type macvlan", "v0"],
    ["the loopback", "", "lo"],
    ["a veth whose other end is elsewhere", "ip link set B netns c1", "A"],
    ["one in a namespace whose other end is elsewhere", "ip link set B netns c1", "B ip netns exec c1"],
    ["one that is not there", "", "none"],
  ])("%s", (_what, there, name) => {
    const lines = `STATUS=0; (undo_link ${name} && echo done) 2>/dev/null || STATUS=$?; echo "$STATUS \${#UNDOS[@]}"`;
    const end = tried(there, lines);
    expect(end.changed).toStartWith("1 0\n");
    expect(end).toMatchObject(asBefore(end));
  });
});
