/** The measure is the real `ip`, of iproute2 6.1: others show other things, and without it nothing is measured. */
import { describe, expect, test } from "bun:test";

import { NOT_OURS, type Shown, shownOf, type State } from "./shown.ts";

const version = Bun.spawnSync(["sh", "-c", "/usr/sbin/ip -V || true"]).stdout.toString();

/** Questions that are asked of all states */
const USUAL = ["ip addr", "ip -j addr", "ip link", "ip -j link"];

/** Each is a state, and questions about it beside the usual ones */
const STATES: Readonly<Record<string, Partial<State>>> = {
  "a new namespace": { questions: ["ip a", "ip a s", "ip l", "ip address show lo", "ip link list", "ip l lst dev lo"] },
  "a loopback that is down": { lines: ["ip link set lo down"] },
  "a cable, down": { lines: ["ip link add A type veth peer name B"] },
  "a cable with one end up": {
    lines: ["ip link add A type veth peer name B", "ip link set A up"],
    questions: [
      "ip addr show up",
      "ip -j addr show up",
      "ip link show up",
      "ip -j link show up A",
      "ip -j addr show B up",
    ],
  },
  "a cable with both ends up": {
    lines: ["ip link add A type veth peer name B", "ip link set A up", "ip link set B up"],
  },
  "an end in another namespace that has an entry": {
    lines: ["ip netns add one", "ip link add A type veth peer name B netns one"],
    questions: [
      "ip -n one addr",
      "ip -n one -j link",
      "ip netns exec one ip link",
      "ip link show A",
      "ip -j addr show A",
    ],
  },
  "an end in another namespace that has none": {
    lines: [
      "ip netns add one",
      "ip link add A type veth peer name B netns one",
      "touch /run/elsewhere && mount --bind /run/netns/one /run/elsewhere && ip netns del one",
    ],
  },
  "a bridge and its ports": {
    lines: [
      "ip link add br0 type bridge",
      "ip link add A type veth peer name B",
      "ip link set B master br0",
      "ip link set B up",
      "ip link set A up",
      "ip link set br0 up",
      "ip addr add 10.0.0.254/24 dev br0",
    ],
    questions: [
      "ip link show master br0",
      "ip -j link show master br0",
      "ip addr show master br0",
      "ip -j addr show master br0 up",
      "ip link show type bridge",
      "ip -j link show type bridge",
      "ip -j addr show type veth",
      "ip link show dev B master br0",
      "ip -j link show dev A master br0",
      "ip link show dev B",
    ],
  },
  "an empty bridge that is up": { lines: ["ip link add br0 type bridge", "ip link set br0 up"] },
  "a link on another one": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link add mv0 link A type macvlan mode bridge",
      "ip link add vx0 type vxlan id 7 remote 10.0.0.2 dstport 4789 dev A",
      "ip link add vx1 type vxlan id 8 remote 10.0.0.2 dstport 4790",
    ],
    questions: ["ip link show mv0", "ip -j link show mv0", "ip link show type macvlan", "ip -j addr show type vxlan"],
  },
  "a link on one in another namespace": {
    lines: [
      "ip netns add one",
      "ip link add A type veth peer name B",
      "ip link add mv0 link A netns one type macvlan",
      "ip link set A up",
    ],
    questions: ["ip -n one addr", "ip -n one -j addr"],
  },
  "every flag that can be set": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link set A up promisc on allmulticast on arp off multicast off dynamic on",
      "ip link set B promisc on arp off dynamic on trailers off",
    ],
  },
  "states and modes": {
    lines: ["ip link add A type veth peer name B", "ip link set A up state dormant mode dormant", "ip link set B up"],
  },
  "a tunnel, which has no hardware below": {
    lines: [
      "ip tuntap add t0 mode tun || ip link add t0 type bridge",
      "ip link set t0 up",
      "ip addr add 10.0.0.1/24 dev t0",
    ],
  },
  "lengths and sizes": {
    lines: [
      "ip link add A mtu 1400 txqueuelen 0 type veth peer name B mtu 68 txqueuelen 7",
      "ip link add index 4000 br0 type bridge",
    ],
  },
  "groups, of which none has a name": {
    lines: ["ip link add A group 7 type veth peer name B", "ip link set B group 4294967"],
  },
  "an alias with all that JSON escapes": {
    lines: [
      "ip link add A type veth peer name B",
      String.raw`ip link set A alias "$(printf 'a "b" \\ c\td\ne\rf\fg\bh / i\033j ü €')"`,
    ],
  },
  "alternative names": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link property add dev A altname first altname the-second-one-is-longer-than-any-name-of-a-link",
    ],
    questions: ["ip link show first", "ip -j addr show dev first"],
  },
  queueing: {
    lines: [
      "ip link add A numtxqueues 4 type veth peer name B",
      "ip link set A up",
      "ip link set B up",
      "tc qdisc add dev B root pfifo || true",
    ],
  },
  "names that are words elsewhere": {
    lines: ["ip link add name type type veth peer name up", "ip link add name if0x type bridge"],
    questions: ["ip link show dev type", "ip addr show dev up up"],
  },
  "addresses of many kinds": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link set A up && ip link set B up",
      "ip addr add 10.0.0.1/24 brd + dev A",
      "ip addr add 10.0.0.2/24 dev A",
      "ip addr add 10.0.0.3/24 dev A label A:1",
      "ip addr add 10.0.1.1/24 dev A scope link",
      "ip addr add 10.0.2.1/24 dev A scope host",
      "ip addr add 10.0.3.1/24 dev A scope site",
      "ip addr add 10.0.4.1/24 dev A scope 77",
      "ip addr add 10.0.5.1/32 dev A",
      "ip addr add 10.0.6.1 peer 10.0.6.2 dev A",
      "ip addr add 10.0.7.1 peer 10.0.7.2/24 brd 10.0.7.255 dev A",
      "ip addr add 10.0.8.1/24 dev A metric 7",
      "ip addr add 10.0.9.1/24 dev A noprefixroute",
      "ip addr add 127.0.0.2/8 dev lo",
      "ip addr add 224.0.0.7/32 dev A autojoin",
    ],
    questions: ["ip addr show A", "ip -j addr show dev A", "ip addr show dev A up", "ip addr show B"],
  },
  "addresses with a time to live": {
    lines: [
      "ip link add A type veth peer name B",
      "ip addr add 10.0.0.1/24 dev A valid_lft 1000 preferred_lft 500",
      "ip addr add 10.0.1.1/24 dev A valid_lft 1000 preferred_lft 0",
      "ip addr add 10.0.2.1/24 dev A preferred_lft 0",
      "ip addr add 2001:db8::1/64 dev A valid_lft 90000 preferred_lft 80000",
      "ip addr add 2001:db8::2/64 dev A valid_lft 90000 preferred_lft 0",
    ],
  },
  "addresses of IPv6": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link set B up",
      "ip link set A up",
      "ip addr add 2001:db8::1/64 dev A",
      "ip addr add 2001:db8:0:1::1/64 dev A nodad",
      "ip addr add 2001:db8:0:2::1/64 dev A optimistic",
      "ip addr add 2001:db8:0:3::1/64 dev A home",
      "ip addr add 2001:db8:0:4::1/64 dev A mngtmpaddr",
      "ip addr add 2001:db8:0:5::1/64 dev A noprefixroute metric 9",
      "ip addr add 2001:db8:0:6::1 peer 2001:db8:0:6::2 dev A",
      "ip addr add ::ffff:10.0.0.1/128 dev A",
      "ip addr add ::10.0.0.1/128 dev A",
      "ip addr add 2001:0:0:1:0:0:0:1/128 dev A",
      "ip addr add 2001:0:1:0:1:0:1:0/128 dev A",
      "ip addr add 2001:db8::/128 dev A",
    ],
  },
  "addresses that privacy made, or that are used before they are proven": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link set B up && ip link set A up",
      "for name in use_tempaddr optimistic_dad use_optimistic; do echo 2 >/proc/sys/net/ipv6/conf/A/$name || true; done",
      "ip addr add 2001:db8::1/64 dev A mngtmpaddr valid_lft 90000 preferred_lft 80000",
      "ip addr add 2001:db8:0:2::1/64 dev A optimistic",
    ],
  },
  "an address that two have": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link set A up && ip link set B up",
      "ip addr add 2001:db8::1/64 dev A nodad",
      "ip addr add 2001:db8::1/64 dev B",
      "until ip addr show dev B | grep -q dadfailed; do sleep 0.1; done",
    ],
  },
  "links of which there are more than one message holds": {
    lines: [
      "for n in $(seq 60); do echo link add v$n type veth peer name w$n; echo addr add 10.0.$n.1/24 dev v$n; done | ip -batch -",
    ],
  },
  "names of groups and scopes in files": {
    lines: [
      "mount -t tmpfs tmpfs /etc/iproute2",
      "printf '# mine\\n0 usual\\n\\n  0x7 seven # of them\\n8\\teight\\n' >/etc/iproute2/group",
      "printf '77 lucky\\n0 everywhere\\n' >/etc/iproute2/rt_scopes",
      "ip link add A group 7 type veth peer name B group 8",
      "ip addr add 10.0.3.1/24 dev A",
      "ip addr add 10.0.4.1/24 dev A scope 77",
      "ip addr add 10.0.5.1/24 dev A",
      "ip addr add 10.0.6.1/24 dev A scope 78",
    ],
  },
};

/** Complaints, and what looks like one */
const MISSING = [
  "ip link show nope",
  "ip link show dev nope",
  "ip addr show nope",
  "ip -j addr show dev nope",
  "ip -j link show nope up",
  "ip link show type nosuch",
  "ip -j link show type nosuch",
  "ip -j addr show type bridge",
];

/** What the real one is asked, as only it knows all about it */
const REAL = [
  "ip -d link",
  "ip -s link",
  "ip -o addr",
  "ip -br addr",
  "ip -4 addr",
  "ip -6 addr",
  "ip -c addr",
  "ip -p -j addr",
  "ip addr show label A*",
  "ip addr show to 10.0.0.0/8",
  "ip addr show scope global",
  "ip addr show permanent",
  "ip addr show -deprecated",
  "ip link show group default",
  "ip link show nomaster",
  "ip link show master nope",
  "ip link show type bridge_slave",
  "ip link show A dev A",
  "ip link show if1",
  "ip link show h",
  "ip link show dev",
  "ip addr show dev a-name-longer-than-15",
  "ip addr show ../A",
];

describe.skipIf(!version.includes("iproute2-6.1."))("as iproute2 6.1 shows it, to the byte", () => {
  test.concurrent.each(Object.entries(STATES))("%s", async (_, { lines = [], questions = [] }) => {
    expectSame(await shownOf({ lines, questions: [...USUAL, ...questions] }));
  });

  test("what is not there is complained of in its words, or left out", async () => {
    expectSame(await shownOf({ lines: ["ip link add A type veth peer name B"], questions: MISSING }));
  });

  test("what only the real ip shows is its own", async () => {
    const shown = await shownOf({ lines: ["ip link add A type veth peer name B"], questions: REAL });
    expect(shown.filter(({ ours }) => ours.status !== NOT_OURS.status)).toEqual([]);
  });
});

function expectSame(shown: readonly Shown[]): void {
  for (const { question, ours, real } of shown) expect({ question, ...ours }).toEqual({ question, ...real });
}
