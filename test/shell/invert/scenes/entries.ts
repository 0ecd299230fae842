import type { Scene } from "../scene.ts";

/** The first ones on a host */
export const NETNS_SCENES: readonly Scene[] = [
  {
    name: "entries of /var/run/netns",
    lines: [
      ["sudo ip netns add nsA", "ip netns delete nsA", "umount /run/netns", "rmdir /var/run/netns"],
      ["sudo ip netns add nsA"],
      ["sudo ln -s /proc/1/ns/net /var/run/netns/nsC", "rm /var/run/netns/nsC"],
      ["sudo ln -s /proc/999999/ns/net /var/run/netns/nsD", "rm /var/run/netns/nsD"],
      ["sudo find -L /var/run/netns -type l -delete", "ln -s /proc/999999/ns/net /var/run/netns/nsD"],
      ["sudo ip netns del nsC", "ln -s /proc/1/ns/net /var/run/netns/nsC"],
    ],
  },
  {
    name: "a network namespace that a process is in",
    setup: ["sudo ip netns add nsE"],
    lines: [
      [
        "sudo ip netns exec nsE ip link set lo mtu 1400 up",
        "ip netns exec nsE ip link set dev lo down",
        "ip netns exec nsE ip link set dev lo mtu 65536",
        "ip netns exec nsE ip address del 127.0.0.1/8 dev lo",
      ],
      ["sudo ip netns attach nsB 1", "ip netns delete nsB"],
      ["sudo ip netns del nsB", "ip netns attach nsB 1"],
    ],
  },
];

export const ENTRY_SCENES: readonly Scene[] = [
  {
    name: "addresses",
    setup: ["sudo ip link add adA type veth peer name adB", "sudo ip link set adA up"],
    lines: [
      ["sudo ip addr add 10.6.0.1/24 dev adA", "ip address del 10.6.0.1/24 dev adA"],
      ["sudo ip address add 10.6.0.2/24 brd + dev adA label adA:x", "ip address del 10.6.0.2/24 dev adA"],
      ["sudo ip a a 10.6.1.1 peer 10.6.1.2 dev adA", "ip address del 10.6.1.1 peer 10.6.1.2/32 dev adA"],
      ["sudo ip -6 addr add fd00:6::1/64 dev adA nodad", "ip address del fd00:6::1/64 dev adA"],
      ["sudo ip addr replace 10.6.0.3/24 dev adA", "ip address del 10.6.0.3/24 dev adA"],
      ["sudo ip addr add 10.6.0.1/24 dev adA"],
      [
        "sudo ip addr del 10.6.1.1 peer 10.6.1.2 dev adA",
        "ip address add 10.6.1.1 peer 10.6.1.2/32 scope global dev adA",
      ],
      [
        "sudo ip addr del 10.6.0.1/24 dev adA",
        "ip address add 10.6.0.1/24 scope global dev adA",
        "ip address add 10.6.0.2/24 broadcast 10.6.0.255 scope global label adA:x dev adA",
        "ip address add 10.6.0.3/24 scope global dev adA",
      ],
      ["sudo ip addr add 10.6.0.9/24 dev adA", "ip address del 10.6.0.9/24 dev adA"],
      [
        "sudo ip addr flush dev adA",
        "ip address add 10.6.0.9/24 scope global dev adA",
        "ip address add fd00:6::1/64 scope global nodad dev adA",
      ],
      ["sudo ip addr add nonsense dev adA"],
      ["sudo ip addr add 10.6.0.1/24 dev nosuch"],
    ],
  },
  {
    name: "routes",
    setup: [
      "sudo ip link add roA type veth peer name roB",
      "sudo ip link set roA up",
      "sudo ip addr add 10.7.0.1/24 dev roA",
      "sudo ip route add 10.7.9.0/24 via 10.7.0.9",
    ],
    lines: [
      ["sudo ip route add 10.7.1.0/24 via 10.7.0.5", "ip -4 route del 10.7.1.0/24 via 10.7.0.5 dev roA"],
      ["sudo ip r a 10.7.2.1/32 dev roA", "ip -4 route del 10.7.2.1 dev roA scope link"],
      ["sudo ip route append 10.7.1.0/24 via 10.7.0.6", "ip -4 route del 10.7.1.0/24 via 10.7.0.6 dev roA"],
      [
        "sudo ip route replace 10.7.9.0/24 via 10.7.0.8",
        "ip -4 route del 10.7.9.0/24 via 10.7.0.8 dev roA",
        "ip -4 route add 10.7.9.0/24 via 10.7.0.9 dev roA",
      ],
      ["sudo ip route add unreachable 10.7.3.0/24", "ip -4 route del unreachable 10.7.3.0/24"],
      ["sudo ip route add default via 10.7.0.5 table 78", "ip -4 route del default via 10.7.0.5 dev roA table 78"],
      [
        "sudo ip route add 10.7.4.0/24 nexthop via 10.7.0.5 nexthop via 10.7.0.6",
        "ip -4 route del 10.7.4.0/24 nexthop via 10.7.0.5 dev roA weight 1 nexthop via 10.7.0.6 dev roA weight 1",
      ],
      ["sudo ip -6 route add fd00:7::/64 dev roA", "ip -6 route del fd00:7::/64 dev roA metric 1024"],
      ["sudo ip route add 10.7.2.1/32 dev roA"],
      ["sudo ip route del 10.7.2.1/32 dev roA", "ip -4 route add 10.7.2.1 dev roA scope link"],
      [
        "sudo ip route del 10.7.0.0/24 dev roA",
        "ip -4 route add 10.7.0.0/24 dev roA proto kernel scope link src 10.7.0.1",
      ],
      ["sudo ip route add 10.8.0.0/24 via 192.0.2.1"],
      ["sudo ip route del 10.99.0.0/24"],
    ],
  },
  {
    name: "an address like somebody's with another peer",
    setup: [
      "sudo ip link add peA type veth peer name peB",
      "sudo ip link set peA up",
      "sudo ip addr add 10.17.1.1 peer 10.17.1.3 dev peA",
    ],
    lines: [
      ["sudo ip addr add 10.17.1.1 peer 10.17.1.2 dev peA", "ip address del 10.17.1.1 peer 10.17.1.2/32 dev peA"],
      ["sudo ip addr add 10.17.1.1 remote 10.17.1.4 dev peA", "ip address del 10.17.1.1 peer 10.17.1.4/32 dev peA"],
    ],
  },
  {
    name: "a route of somebody's that is changed",
    setup: [
      "sudo ip link add chA type veth peer name chB",
      "sudo ip link set chA up",
      "sudo ip addr add 10.18.0.1/24 dev chA",
      "sudo ip route add 10.18.9.0/24 via 10.18.0.9",
    ],
    lines: [
      [
        "sudo ip route change 10.18.9.0/24 via 10.18.0.8",
        "ip -4 route del 10.18.9.0/24 via 10.18.0.8 dev chA",
        "ip -4 route add 10.18.9.0/24 via 10.18.0.9 dev chA",
      ],
    ],
  },
  {
    name: "a rule like somebody's, appended, inserted and deleted",
    setup: ["sudo iptables -A INPUT -i tw -j DROP", "sudo iptables -A INPUT -i other -j DROP"],
    lines: [
      [
        "sudo iptables -A INPUT -i tw -j DROP",
        "iptables -w -t filter -D INPUT 3",
        "iptables -w -t filter -D INPUT -i tw -j DROP",
      ],
    ],
  },
  {
    name: "rules of routing",
    lines: [
      ["sudo ip rule add from 10.8.0.0/16 table 100", "ip -4 rule del pref 32765 from 10.8.0.0/16 lookup 100"],
      [
        "sudo ip rule add pref 77 to 10.8.0.0/16 table main",
        "ip -4 rule del pref 77 from all to 10.8.0.0/16 lookup main",
      ],
      ["sudo ip rule del from 10.8.0.0/16 table 100", "ip -4 rule add pref 32765 from 10.8.0.0/16 lookup 100"],
      ["sudo ip -6 rule add from fd00:8::/64 table 100", "ip -6 rule del pref 32765 from fd00:8::/64 lookup 100"],
      ["sudo ip rule add pref 77 to 10.8.0.0/16 table main"],
    ],
  },
  {
    name: "neighbours",
    setup: ["sudo ip link add neA type veth peer name neB", "sudo ip link set neA up"],
    lines: [
      [
        "sudo ip neigh add 10.9.0.9 lladdr 02:00:00:00:00:09 dev neA",
        "ip neighbour del 10.9.0.9 dev neA lladdr MAC nud permanent",
      ],
      [
        "sudo ip neigh replace 10.9.0.9 lladdr 02:00:00:00:00:0a dev neA nud permanent",
        "ip neighbour del 10.9.0.9 dev neA lladdr MAC nud permanent",
        "ip neighbour add 10.9.0.9 dev neA lladdr MAC nud permanent",
      ],
      ["sudo ip n d 10.9.0.9 dev neA", "ip neighbour add 10.9.0.9 dev neA lladdr MAC nud permanent"],
      ["sudo ip neigh del 10.9.0.8 dev neA"],
    ],
  },
  {
    name: "rules of iptables",
    setup: [
      "sudo iptables -N OTHERS",
      "sudo iptables -A FORWARD -i eth9 -j OTHERS",
      "sudo iptables -A FORWARD -i eth8 -j DROP",
      String.raw`sudo iptables -t nat -A POSTROUTING -o eth8 -m comment --comment "a 'b' \"c\"" -j MASQUERADE`,
    ],
    lines: [
      [
        String.raw`sudo iptables -A FORWARD -i A -p tcp --dport 80 ! -s 10.0.0.0/8 -m comment --comment "it's a \"test\"" -j DROP`,
        String.raw`iptables -w -t filter -D FORWARD '!' -s 10.0.0.0/8 -i A -p tcp -m tcp --dport 80 -m comment --comment 'it'\''s a "test"' -j DROP`,
      ],
      ["sudo iptables -I FORWARD -i A -j ACCEPT", "iptables -w -t filter -D FORWARD -i A -j ACCEPT"],
      ["sudo iptables --insert FORWARD 2 -i C -j ACCEPT", "iptables -w -t filter -D FORWARD -i C -j ACCEPT"],
      [
        "sudo iptables -w -t nat -D POSTROUTING 2",
        `iptables -w -t nat -I POSTROUTING 2 -o eth8 -m comment --comment 'a '\\''b'\\'' "c"' -j MASQUERADE`,
      ],
      ["sudo iptables -D FORWARD -i eth8 -j DROP", "iptables -w -t filter -I FORWARD 5 -i eth8 -j DROP"],
      [
        "sudo iptables -R FORWARD 1 -i eth7 -j DROP",
        "iptables -w -t filter -D FORWARD -i eth7 -j DROP",
        "iptables -w -t filter -I FORWARD 1 -i A -j ACCEPT",
      ],
      ["sudo iptables -P FORWARD DROP", "iptables -w -t filter -P FORWARD ACCEPT"],
      ["sudo iptables -P FORWARD DROP"],
      ["sudo iptables -N MINE", "iptables -w -t filter -X MINE"],
      ["sudo iptables -A MINE -j RETURN", "iptables -w -t filter -D MINE -j RETURN"],
      ["sudo iptables -E MINE YOURS", "iptables -w -t filter -E YOURS MINE"],
      ["sudo iptables -t mangle -N M1", "iptables -w -t mangle -X M1"],
      ["sudo iptables -t mangle -N M2", "iptables -w -t mangle -X M2"],
      ["sudo iptables -t mangle -X M1", "iptables -w -t mangle -N M1"],
      ["sudo iptables -t mangle -X", "iptables -w -t mangle -N M2"],
      [
        "sudo iptables -A INPUT -s 10.0.1.1,10.0.1.2 -j DROP",
        "iptables -w -t filter -D INPUT -s 10.0.1.1/32 -j DROP",
        "iptables -w -t filter -D INPUT -s 10.0.1.2/32 -j DROP",
      ],
      ["sudo iptables -D FORWARD 99"],
      ["sudo iptables -A NOSUCH -j DROP"],
      ["sudo ip6tables -A INPUT -s fd00::1 -j DROP", "ip6tables -w -t filter -D INPUT -s fd00::1/128 -j DROP"],
    ],
  },
];
