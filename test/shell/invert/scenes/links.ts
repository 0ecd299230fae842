import type { Scene } from "../scene.ts";

export const LINK_SCENES: readonly Scene[] = [
  {
    name: "links that are made",
    lines: [
      ["sudo ip link add A type veth peer name B", "ip link delete dev A", "ip link delete dev B"],
      ["sudo ip l a name brA type bridge", "ip link delete dev brA"],
      ["sudo ip link add C type veth", "ip link delete dev C"],
      [
        "sudo ip link add D mtu 1400 master brA type veth peer E mtu 1400",
        "ip link delete dev D",
        "ip link delete dev E",
        "ip link set dev brA address MAC",
      ],
      ["sudo ip link add V type vxlan id 7 dstport 4789 dev A", "ip link delete dev V"],
      ["sudo brctl addbr brB", "ip link delete dev brB"],
      ["sudo ip link add A type veth peer name X"],
      ["sudo ip link add F type nosuch"],
    ],
  },
  {
    name: "links that are set",
    setup: ["sudo ip link add setA type veth peer name setB", "sudo ip link add setBr type bridge"],
    lines: [
      ["sudo ip link set setA up", "ip link set dev setA down"],
      ["sudo ip link set setA up"],
      ["sudo ip link set dev setA mtu 1400", "ip link set dev setA mtu 1500"],
      [
        "sudo ip link set setA alias 'two words' txqueuelen 7",
        "ip link set dev setA txqueuelen 1000",
        "ip link set dev setA alias ''",
      ],
      [
        "sudo ip link set setA arp off multicast off allmulticast on promisc on",
        "ip link set dev setA arp on",
        "ip link set dev setA multicast on",
        "ip link set dev setA allmulticast off",
        "ip link set dev setA promisc off",
      ],
      ["sudo ip link set setA address 02:00:00:00:00:01", "ip link set dev setA address MAC"],
      ["sudo ip link set setA master setBr", "ip link set dev setA nomaster", "ip link set dev setBr address MAC"],
      ["sudo ip link set setA nomaster", "ip link set dev setA master setBr"],
      ["sudo ip link set setA down", "ip link set dev setA up"],
      ["sudo ip link set setA name setC", "ip link set dev setC name setA"],
      [
        "sudo ip l s setC name setD up mtu 1300",
        "ip link set dev setD down",
        "ip link set dev setD name setC",
        "ip link set dev setC mtu 1400",
      ],
      ["sudo ip link set setD group 7", "ip link set dev setD group default"],
      ["sudo ip link set nosuch up"],
      ["sudo ip link set setD mtu 1"],
    ],
  },
  {
    name: "a link that is set down loses its routes",
    setup: [
      "sudo ip link add lostA type veth peer name lostB",
      "sudo ip addr add 10.2.0.1/24 dev lostA",
      "sudo ip link set lostA up",
      "sudo ip route add 10.2.1.0/24 via 10.2.0.5",
      "sudo ip route add 10.2.0.5/32 dev lostA metric 7",
      "sudo ip route add default via 10.2.0.5 table 77",
      "sudo ip -6 addr add fd00:2::1/64 dev lostA nodad",
    ],
    lines: [
      [
        "sudo ip link set lostA down",
        "ip link set dev lostA up",
        "ip address add fd00:2::1/64 scope global nodad dev lostA",
        "ip -4 route add 10.2.0.5 scope link metric 7 dev lostA",
        "ip -4 route add default via 10.2.0.5 table 77 dev lostA",
        "ip -4 route add 10.2.1.0/24 via 10.2.0.5 dev lostA",
      ],
      ["sudo ip link set lostA up", "ip link set dev lostA down"],
    ],
  },
  {
    name: "a link that is moved and renamed",
    setup: [
      "sudo ip netns add movedNs",
      "sudo ip link add movedA type veth peer name movedB",
      "sudo ip addr add 10.3.0.1/24 dev movedB",
      "sudo ip link set movedB up",
    ],
    lines: [
      [
        "sudo ip link set movedB netns movedNs",
        "ip netns exec movedNs ip link set dev movedB netns 1",
        "ip link set dev movedB up",
        "ip address add 10.3.0.1/24 scope global dev movedB",
      ],
      [
        "sudo ip netns exec movedNs ip link set dev movedB name eth0",
        "ip netns exec movedNs ip link set dev eth0 name movedB",
      ],
      ["sudo ip -n movedNs link set eth0 up", "ip netns exec movedNs ip link set dev eth0 down"],
      [
        "sudo ip netns exec movedNs ip addr add 10.3.0.1/24 dev eth0",
        "ip netns exec movedNs ip address del 10.3.0.1/24 dev eth0",
      ],
      [
        "sudo ip netns exec movedNs ip route add default via 10.3.0.5",
        "ip netns exec movedNs ip -4 route del default via 10.3.0.5 dev eth0",
      ],
      [
        "sudo nsenter --net=/var/run/netns/movedNs ip link set lo up",
        "nsenter --net=/var/run/netns/movedNs ip link set dev lo down",
        "nsenter --net=/var/run/netns/movedNs ip address del 127.0.0.1/8 dev lo",
      ],
      [
        "sudo ip netns exec movedNs ip link set eth0 netns 1",
        "ip link set dev eth0 netns movedNs",
        "ip netns exec movedNs ip link set dev eth0 up",
        "ip netns exec movedNs ip address add 10.3.0.1/24 scope global dev eth0",
        "ip netns exec movedNs ip -4 route add default via 10.3.0.5 dev eth0",
      ],
      ["sudo ip link set movedA netns nosuch"],
    ],
  },
  {
    name: "links that are deleted",
    setup: [
      "sudo ip link add goneA address 02:00:00:00:01:01 type veth peer name goneB",
      "sudo ip link set goneA up mtu 1400 alias hello",
      "sudo ip addr add 10.4.0.1/24 dev goneA",
      "sudo ip route add 10.4.1.0/24 via 10.4.0.5",
      "sudo ip link add goneBr address 02:00:00:00:01:02 type bridge forward_delay 300",
      "sudo ip link set goneBr up",
      "sudo ip addr add 10.5.0.1/24 dev goneBr",
      "sudo ip link set goneB master goneBr",
    ],
    lines: [
      [
        "sudo ip link del goneA",
        "ip link add name goneA index N address MAC type veth peer name goneB index N address MAC",
        "ip link set dev goneA mtu 1400",
        "ip link set dev goneA alias hello",
        "ip link set dev goneA up",
        "ip address add 10.4.0.1/24 scope global dev goneA",
        "ip -4 route add 10.4.1.0/24 via 10.4.0.5 dev goneA",
        "ip link set dev goneB master goneBr",
      ],
      ["sudo ip link set goneBr down", "ip link set dev goneBr up"],
      [
        "sudo brctl delbr goneBr",
        "ip link add name goneBr index N address MAC type bridge",
        "ip link set dev goneBr type bridge forward_delay 300",
        "ip address add 10.5.0.1/24 scope global dev goneBr",
      ],
      ["sudo brctl delbr goneBr"],
    ],
  },
  {
    name: "a link that takes its other end along",
    setup: [
      "sudo ip link add alongA type veth peer name alongB",
      "sudo ip link set alongA up",
      "sudo ip link set alongB up",
      "sudo ip addr add 10.4.8.1/24 dev alongB",
      "sudo ip route add 10.4.9.0/24 via 10.4.8.5 metric 7",
    ],
    lines: [
      [
        "sudo ip link del alongA",
        "ip link add name alongA index N address MAC type veth peer name alongB index N address MAC",
        "ip link set dev alongA up",
        "ip link set dev alongB up",
        "ip address add 10.4.8.1/24 scope global dev alongB",
        "ip -4 route add 10.4.9.0/24 via 10.4.8.5 metric 7 dev alongB",
      ],
    ],
  },
  {
    name: "a bridge and its ports",
    setup: ["sudo ip link add portA type veth peer name portB", "sudo ip link add portBr type bridge"],
    lines: [
      ["sudo brctl addif portBr portA", "ip link set dev portA nomaster", "ip link set dev portBr address MAC"],
      ["sudo brctl addif portBr portA"],
      ["sudo brctl delif portBr portA", "ip link set dev portA master portBr"],
      ["sudo brctl addif portBr portA", "ip link set dev portA nomaster"],
      ["sudo brctl stp portBr on", "ip link set dev portBr type bridge stp_state 0"],
      [
        "sudo ip link set portBr type bridge priority 7 hello_time 300",
        "ip link set dev portBr type bridge hello_time 200",
        "ip link set dev portBr type bridge priority 32768",
      ],
      [
        "sudo brctl delbr portBr",
        "ip link add name portBr index N address MAC type bridge",
        "ip link set dev portA master portBr",
        "ip link set dev portBr type bridge hello_time 300",
        "ip link set dev portBr type bridge stp_state 1",
        "ip link set dev portBr type bridge priority 7",
      ],
    ],
  },
];

/** Last of all: what is set up stays */
export const NAMESAKE_SCENES: readonly Scene[] = [
  {
    name: "a link that is kept out by another one of its name, which has its number there as well",
    setup: [
      "sudo ip netns add sN",
      "sudo ip link add name sA index 900 type bridge",
      "sudo ip netns exec sN ip link add name sA index 900 type veth peer name sC",
    ],
    lines: [["sudo ip netns exec sN ip link set sA netns 1"]],
  },
];
