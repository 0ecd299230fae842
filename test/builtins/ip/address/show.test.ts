import { describeShown, type State } from "../shown.ts";

/** Each is a state, and questions about it beside the usual ones */
const STATES: Readonly<Record<string, Partial<State>>> = {
  "a new namespace": { questions: ["ip a", "ip a s", "ip l", "ip address show lo", "ip link list", "ip l lst dev lo"] },
  "a tunnel, which has no hardware below": {
    lines: [
      "ip tuntap add t0 mode tun || ip link add t0 type bridge",
      "ip link set t0 up",
      "ip addr add 10.0.0.1/24 dev t0",
    ],
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
    questions: [
      "ip addr show A",
      "ip -j addr show dev A",
      "ip addr show dev A up",
      "ip addr show B",
      "ip -br addr show A",
    ],
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
      "mkdir /etc/iproute2/rt_scopes.d && echo 78 unread >/etc/iproute2/rt_scopes.d/more.conf",
      "printf '# mine\\n0 usual\\n\\n  0x7 seven # of them\\n8\\teight\\n' >/etc/iproute2/group",
      "printf '77 lucky\\n0 everywhere\\n' >/etc/iproute2/rt_scopes",
      "ip link add A group 7 type veth peer name B group 8",
      "ip addr add 10.0.3.1/24 dev A",
      "ip addr add 10.0.4.1/24 dev A scope 77",
      "ip addr add 10.0.5.1/24 dev A",
      "ip addr add 10.0.6.1/24 dev A scope 78",
    ],
  },
  "what is not there": {
    lines: ["ip link add A type veth peer name B"],
    questions: ["ip addr show nope", "ip -j addr show dev nope", "ip -j addr show type bridge"],
  },
};

describeShown(["ip addr", "ip -j addr", "ip -br addr"], STATES);
