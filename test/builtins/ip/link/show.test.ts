import { describeShown, type State } from "../shown.ts";

/** Each is a state, and questions about it beside the usual ones */
const STATES: Readonly<Record<string, Partial<State>>> = {
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
      "ip -j netns exec one ip link",
      "ip netns exec one ip -br link",
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
      "ip -br link show type bridge",
      "ip -br link show dev B",
      "ip -br addr show master br0 up",
      "ip -j link show type bridge",
      "ip -j addr show type veth",
      "ip link show dev B master br0",
      "ip -j link show dev A master br0",
      "ip link show dev B",
    ],
  },
  "a bridge and its ports, in detail": {
    lines: [
      "ip link add br0 type bridge stp_state 1 forward_delay 200",
      "ip link add A type veth peer name B && ip link set A master br0 && ip link set B master br0",
      "ip link set A up && ip link set B up && ip link set br0 alias inside up && ip addr add 10.0.0.254/24 dev br0",
    ],
    questions: [
      "ip -d -j link show master br0",
      "ip -j -d addr show type bridge",
      "ip --details --json addr show dev br0 up",
      "ip -d -d -j link show dev B",
      "ip -d -j addr show nope",
    ],
  },
  "every setting of a bridge": {
    lines: [
      "ip link add br0 type bridge forward_delay 1000 hello_time 150 max_age 1900 ageing_time 12345 stp_state 1 priority 4096 group_fwd_mask 0x4008 group_address 01:80:c2:00:00:0f",
      "ip link set br0 type bridge mcast_snooping 0 no_linklocal_learn 1 mcast_router 2 mcast_query_use_ifaddr 1 mcast_querier 1 mcast_hash_max 512 mcast_last_member_count 3 mcast_startup_query_count 4",
      "ip link set br0 type bridge mcast_last_member_interval 101 mcast_membership_interval 26001 mcast_querier_interval 18446744073709551 mcast_query_interval 12501 mcast_query_response_interval 1001 mcast_startup_query_interval 3125 mcast_stats_enabled 1 mcast_igmp_version 3 mcast_mld_version 2",
      "ip link set br0 type bridge nf_call_iptables 1 nf_call_ip6tables 1 nf_call_arptables 1",
      "ip link set br0 type bridge vlan_filtering 1 vlan_protocol 802.1ad vlan_default_pvid 7 vlan_stats_enabled 1 || true",
    ],
  },
  "every setting of a port": {
    lines: [
      "ip link add br0 type bridge && ip link set br0 up",
      "ip link add A type veth peer name B && ip link set A master br0 && ip link set B master br0",
      "ip link set A type bridge_slave priority 5 cost 77 hairpin on guard on root_block on fastleave on learning off flood off proxy_arp on proxy_arp_wifi on mcast_router 2 mcast_flood off bcast_flood off",
      "ip link set A type bridge_slave mcast_to_unicast on group_fwd_mask 0xc00c neigh_suppress on isolated on locked on backup_port B",
      "ip link set A up && ip link set B up && ip link set B type bridge_slave state 4",
      "ip link set B type bridge_slave vlan_tunnel on || true",
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
  "modes of a macvlan": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link add m1 link A type macvlan mode private bcqueuelen 7 && ip link add m2 link A type macvlan mode vepa",
      "ip link add m3 link A type macvlan mode source && ip link add m4 link A type macvlan mode source",
      "ip link set m3 type macvlan macaddr set 02:00:00:00:00:0a 02:00:00:00:00:0b",
      "ip link add m5 link B type macvlan mode passthru nopromisc",
    ],
  },
  "settings of a vxlan": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link add x1 type vxlan id 1 group 239.1.1.1 local 10.0.0.1 dev A dstport 4790 srcport 1000 2000 tos 16 ttl 5 df set ageing 77 maxaddress 99 nolearning proxy rsc l2miss l3miss noudpcsum udp6zerocsumtx udp6zerocsumrx remcsumtx remcsumrx gbp",
      "ip link add x2 type vxlan id 2 group ff02::7 local 2001:db8::1 dev A dstport 4791 flowlabel 0x12345 ttl inherit df inherit",
      "ip link add x3 type vxlan id 3 remote 2001:db8::2 dstport 4792 tos inherit ageing 0",
      "ip link add x4 type vxlan external dstport 4793",
      "ip link add x5 type vxlan external gpe dstport 4794",
      "ip link add x6 type vxlan external vnifilter dstport 4795",
    ],
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
  "a name of letters that take two bytes each": {
    lines: ["ip link add küche type veth peer name öfen"],
    questions: ["ip link show küche", "ip -br addr show öfen"],
  },
  "names that are words elsewhere": {
    lines: ["ip link add name type type veth peer name up", "ip link add name if0x type bridge"],
    questions: ["ip link show dev type", "ip addr show dev up up"],
  },
  "what is not there": {
    lines: ["ip link add A type veth peer name B"],
    questions: [
      "ip link show nope",
      "ip link show dev nope",
      "ip -j link show nope up",
      "ip link show type nosuch",
      "ip -j link show type nosuch",
    ],
  },
};

describeShown(
  [
    "ip link",
    "ip -j link",
    "ip -br link",
    "ip -d -j link",
    "ip -j addr",
    "ip -brief addr",
    "ip -details -json address show",
  ],
  STATES,
);
