import type { Scene } from "../scene.ts";

/** Ports of bridges, queueing disciplines, proxies, and rules of nft */
export const DEVICE_SCENES: readonly Scene[] = [
  {
    name: "ports of bridges",
    setup: [
      "ip link add br0 type bridge",
      "ip link add theirs type veth peer name other",
      "ip link set theirs master br0",
      "ip link set theirs type bridge_slave cost 7 learning off",
    ],
    lines: [
      ["bridge link set dev theirs hairpin on", "ip link set dev theirs type bridge_slave hairpin off"],
      [
        "bridge link set dev theirs cost 9 isolated on",
        "ip link set dev theirs type bridge_slave cost 7",
        "ip link set dev theirs type bridge_slave isolated off",
      ],
      ["bridge link set dev theirs isolated on"],
      [
        "ip link set theirs nomaster",
        "ip link set dev theirs master br0",
        "ip link set dev theirs type bridge_slave cost 9",
        "ip link set dev theirs type bridge_slave hairpin on",
        "ip link set dev theirs type bridge_slave learning off",
        "ip link set dev theirs type bridge_slave isolated on",
      ],
      ["bridge link set dev theirs hairpin off"],
    ],
  },
  {
    name: "queueing disciplines",
    setup: [
      "ip link add q0 type veth peer name q1",
      "tc qdisc add dev q0 root handle 5: tbf rate 12345bit burst 1540 limit 5000",
    ],
    lines: [
      ["tc qdisc add dev q1 root handle 7: pfifo limit 7", "tc qdisc del dev q1 root"],
      ["tc qdisc add dev q1 root handle 8: pfifo limit 7"],
      ["tc qdisc change dev q1 root pfifo limit 8", "tc qdisc replace dev q1 root handle 7: pfifo limit 7"],
      [
        "tc qdisc replace dev q0 root handle 6: bfifo limit 4444",
        "tc qdisc replace dev q0 root handle 5: tbf rate 12344bit burst 1540b limit 5000b",
      ],
      ["tc qdisc del dev q0 root", "tc qdisc replace dev q0 root handle 6: bfifo limit 4444"],
      ["tc qdisc del dev q0 root"],
      ["tc qdisc add dev q0 clsact", "tc qdisc del dev q0 parent ffff:fff1"],
    ],
  },
  {
    name: "proxies",
    setup: ["ip link add p0 type veth peer name p1", "ip link set p0 up", "ip neigh add proxy 10.7.7.7 dev p0 router"],
    lines: [
      ["ip neigh add proxy 10.7.7.8 dev p0", "ip neighbour del proxy 10.7.7.8 dev p0"],
      ["ip neigh add proxy 10.7.7.8 dev p0"],
      ["ip neigh del proxy 10.7.7.7 dev p0", "ip neighbour add proxy 10.7.7.7 dev p0 router"],
      ["ip neigh add proxy 10.7.7.7 dev p0", "ip neighbour del proxy 10.7.7.7 dev p0"],
      [
        "ip link set p0 down",
        "ip link set dev p0 up",
        "ip neighbour add proxy 10.7.7.8 dev p0",
        "ip neighbour add proxy 10.7.7.7 dev p0",
      ],
    ],
  },
  {
    name: "rules of nft",
    setup: [
      "nft add table inet theirs",
      "nft add chain inet theirs in",
      "nft add rule inet theirs in tcp dport 80 counter accept",
      "nft add rule inet theirs in tcp dport 81 accept",
    ],
    lines: [
      ["nft add table ip mine", "nft delete table ip mine"],
      ["nft add table ip mine"],
      ["nft create table ip mine"],
      ["nft add chain ip mine c '{ type filter hook input priority 0; policy accept; }'", "nft delete chain ip mine c"],
      ["nft add rule ip mine c tcp dport 80 accept", "nft delete rule ip mine c handle 2"],
      ["nft add rule inet theirs in tcp dport 80 counter accept", "nft delete rule inet theirs in handle 4"],
      ["nft insert rule inet theirs in tcp dport 22 drop", "nft delete rule inet theirs in handle 5"],
      ["nft delete rule ip mine c handle 2", "nft insert rule ip mine c 'tcp dport 80 accept'"],
      [
        "nft delete chain ip mine c",
        "nft add chain ip mine c '{ type filter hook input priority filter; policy accept; }'",
      ],
      ["nft delete table ip mine", "nft add table ip mine"],
      ["nft delete rule inet theirs in handle 3", "nft add rule inet theirs in index N 'tcp dport 81 accept'"],
      ["nft delete rule inet theirs in handle 33"],
    ],
    repeated: false,
  },
];
