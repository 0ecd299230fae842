/**
 * What goes with something that a script has made itself.
 */
import { describe, expect, test } from "bun:test";

import { knownVerb, touchesOf } from "../../lib/shell/invert/known-verb.ts";
import { commandOf, madeBy } from "./typed-commands.ts";

const BRIDGE = "sudo ip link add b0 type bridge";
const CABLE = "sudo ip link add v0 type veth peer name v1";

type Row = readonly [made: readonly string[], line: string, isOwn: boolean];

describe("a line touches what is the script's own:", () => {
  /** All that a line's words say it touches */
  const owned = (made: readonly string[], line: string): readonly boolean[] => {
    const command = commandOf(line);
    const known = knownVerb(command.words);
    const touches = known === null ? [] : touchesOf(known);
    if (typeof touches === "string") throw new TypeError(touches);
    const all = madeBy(...made);
    return touches.filter(({ by }) => by === "word").map((touch) => all.owns(touch, command));
  };

  test.each<Row>([
    [[BRIDGE], "sudo ip link set b0 up", true],
    [[BRIDGE], "sudo ip link set dev b0 up", true],
    [[BRIDGE], "sudo ip l set b1 up", false],
    [[BRIDGE], "sudo ip addr del 10.0.0.1/8 dev b0", true],
    [[BRIDGE], "sudo ip a add 10.0.0.1/8 dev b1", false],
    [[BRIDGE], "sudo ip addr del 10.0.0.1/8 dev b1 label b0", false],
    [[BRIDGE], "sudo brctl stp b0 on", true],
    [[BRIDGE], "sudo brctl stp b1 on", false],
    [[BRIDGE], "sudo ip route add 10.0.0.0/8 dev b0", false],
    [["sudo ip link add name b0 type bridge"], "sudo ip link set b0 up", true],
    [["sudo ip link add dev b0 type dummy"], "sudo ip link set b0 up", true],
    [["sudo ip link add link eth0 name eth0.1 type vlan id 1"], "sudo ip link set eth0.1 up", true],
    [["sudo ip link add link eth0 name eth0.1 type vlan id 1"], "sudo ip link set eth0 up", false],
    [["sudo ip link set b0 up"], "sudo ip link set b0 down", false],
    [["sudo ip netns exec n ip link add b0 type bridge"], "sudo ip link set b0 up", false],
    [["sudo other link add b0 type bridge"], "sudo ip link set b0 up", false],
    [[CABLE], "sudo ip link set v0 up", true],
    [[CABLE], "sudo ip link set v1 up", true],
    [[CABLE], "sudo ip link set dev peer up", false],
    [[BRIDGE], "sudo ip neigh add 10.0.0.1 dev b0", true],
    [[BRIDGE], "sudo ip neigh add 10.0.0.1 dev b1", false],
    [[CABLE, "sudo ip link set v1 name v2"], "sudo ip link set v2 up", true],
    [["sudo ip link set v1 name v2"], "sudo ip link set v2 up", false],
    [["sudo brctl addbr b0"], "sudo ip link set b0 up", true],
    [["sudo brctl addbr b0"], "sudo brctl delbr b0", true],
    [["sudo brctl delbr b0"], "sudo brctl addbr b0", false],
    [["sudo ip r add 10.0.0.0/8 dev eth0"], "sudo ip route del 10.0.0.0/8 dev eth0", true],
    [["sudo ip route add 10.0.0.0/8 dev eth0"], "sudo ip route del 10.0.0.0/8 dev eth1", false],
    [["sudo ip route add 10.0.0.0/8 dev eth0"], "sudo ip neigh del 10.0.0.0/8 dev eth0", false],
    [["sudo ip route del 10.0.0.0/8 dev eth0"], "sudo ip route add 10.0.0.0/8 dev eth0", false],
    [["sudo ip route add 10/8 via 10.1"], "sudo ip route del 10.0.0.0/8 via 10.1.0.0", true],
    [["sudo ip route add 10.1.2.3/255.0.0.0 dev eth0"], "sudo ip route del 10/8 dev eth0", true],
    [["sudo ip route add default dev eth0"], "sudo ip route del 0.0.0.0/0 dev eth0", true],
    [["sudo ip route add default dev eth0"], "sudo ip -6 route del default dev eth0", false],
    [["sudo ip route add FD00:0::/64 dev eth0"], "sudo ip route del fd00::/64 dev eth0", true],
    [["sudo ip route add 10.0.0.0/8 dev eth0"], "sudo ip route del 10.0.0.0/9 dev eth0", false],
    [["sudo ip rule add from 10/8 table 7"], "sudo ip rule del from 10.0.0.0/8 table 7", true],
    [["sudo ip rule add from 10/8 table 7"], "sudo ip rule del from 10.0.0.0/8 table 8", false],
    [["sudo ip netns add n"], "sudo ip netns delete n", true],
    [["sudo ip netns attach n 1"], "sudo ip netns delete n", true],
    [["sudo ip netns exec m ip netns add n"], "sudo ip netns delete n", true],
    [["sudo ip netns add n"], "sudo ip netns exec n ip netns del m", false],
    [["sudo ip netns add n"], "sudo ip netns del m", false],
    [["sudo ip netns del n"], "sudo ip netns add n", false],
  ])("with %j, %s: %p", (made, line, isOwn) => {
    expect(owned(made, line)).toEqual([isOwn]);
  });
});

describe("a line is about something of the script's own:", () => {
  test.each<Row>([
    [[BRIDGE], "brctl show", false],
    [[BRIDGE], "sudo ping b0", false],
    [[BRIDGE], "sudo other link b0", false],
    [["sudo ip netns add n"], "sudo ip netns exec n sysctl -w a.b=1", true],
    [["sudo ip netns add n"], "sudo ip netns exec m ip link", false],
    [[], "sudo ip netns exec @ ip link", true],
    [["sudo ip netns add n"], "sudo ip n del n", false],
    [["sudo iptables -A FORWARD -j DROP"], "sudo iptables -D FORWARD -j DROP", true],
    [["sudo iptables -I FORWARD -j DROP"], "sudo iptables -D FORWARD -j DROP", true],
    [["sudo iptables -I FORWARD 3 -j DROP"], "sudo iptables -D FORWARD -j DROP", true],
    [["sudo iptables -t nat -I PRE 12 -j DROP"], "sudo iptables -t nat -D PRE -j DROP", true],
    [["sudo iptables -t nat -I PRE 12 -j DROP"], "sudo iptables -D PRE -j DROP", false],
    [["sudo iptables -A FORWARD -j DROP"], "sudo iptables -A FORWARD -j DROP", false],
    [["sudo iptables -D FORWARD -j DROP"], "sudo iptables -C FORWARD -j DROP", false],
    [["sudo iptables -P FORWARD DROP"], "sudo iptables -P FORWARD DROP", false],
    [
      ["sudo iptables --append FORWARD --source=10/8 -j DROP"],
      "sudo iptables -DFORWARD -s 10.0.0.0/8 --jump DROP",
      true,
    ],
    [["sudo iptables -A FORWARD -s 10/8 -j DROP"], "sudo iptables -D FORWARD -s 10.0.0.0/9 -j DROP", false],
    [["sudo iptables -A FORWARD -j DROP"], "sudo iptables -D FORWARD 1", false],
    [["sudo ip6tables -A FORWARD -s FD00:0::1 -j DROP"], "sudo ip6tables -D FORWARD -s fd00::1/128 -j DROP", true],
    [["sudo ip6tables -A FORWARD -j DROP"], "sudo iptables -D FORWARD -j DROP", false],
    [["sudo ip netns exec n iptables -A FORWARD -j DROP"], "sudo iptables -D FORWARD -j DROP", false],
  ])("with %j, %s: %p", (made, line, isOwn) => {
    expect(madeBy(...made).includes(commandOf(line))).toBe(isOwn);
  });
});

describe("rules of a daemon are known by words", () => {
  const options = (text: string, file = "/etc/default/docker") => {
    const made = madeBy();
    made.add(commandOf(`echo ${text}`, { redirection: { operator: ">", file } }));
    return [...made.bridgeWords];
  };

  test.each<readonly [lines: readonly string[], found: readonly string[]]>([
    [[BRIDGE], ["b0"]],
    [["sudo ip link add name b0 type bridge"], ["b0"]],
    [["sudo brctl addbr b0"], ["b0"]],
    [[CABLE], []],
    [["sudo ip link add dev d0 type dummy"], []],
    [
      [BRIDGE, "sudo ip addr add 10.9.1.7/16 dev b0"],
      ["b0", "10.9.0.0/16"],
    ],
    [
      [BRIDGE, "sudo ip a a 10.9.1.7/24 brd + dev b0"],
      ["b0", "10.9.1.0/24"],
    ],
    [[BRIDGE, "sudo ip addr add 10.9.1.7 dev b0"], ["b0"]],
    [[BRIDGE, "sudo ip addr add 10.9.1.7/16 dev eth0"], ["b0"]],
    [[BRIDGE, "sudo ip addr del 10.9.1.7/16 dev b0"], ["b0"]],
    [[CABLE, "sudo ip addr add 10.9.1.7/16 dev v0"], []],
    [["sudo ip netns exec n brctl addbr b0"], []],
  ])("of bridges, %j: %j", (lines, found) => {
    expect([...madeBy(...lines).bridgeWords]).toEqual([...found]);
  });

  test.each<readonly [text: string, found: readonly string[]]>([
    ["DOCKER_OPTS=--bip=10.9.1.7/16", ["10.9.0.0/16"]],
    [`'DOCKER_OPTS="--icc=false --bip 10.9.1.7/24"'`, ["10.9.1.0/24"]],
    ["DOCKER_OPTS=--bip=10.9.1.7", []],
    ["DOCKER_OPTS=--bip=10.9.1.777/16", []],
    ["'DOCKER_OPTS=--icc=false --bip 10.9.1.7/24'", []],
    ["'# --bip=10.9.1.7/16'", []],
    ["10.9.1.7/16", []],
  ])("of what Docker is told, %s: %j", (text, found) => {
    expect(options(text)).toEqual([...found]);
    expect(options(text, "/etc/default/other")).toEqual([]);
  });
});

test("links are kept with their places", () => {
  expect(madeBy("sudo ln -s /proc/@/ns/net /var/run/netns/@", "sudo ln -s /a '/b c'", BRIDGE).entries).toEqual([
    { path: "/var/run/netns/2778", typed: '"/var/run/netns/$pid1"' },
    { path: "/b c", typed: "'/b c'" },
  ]);
});
