/**
 * Commands whose opposite is right whatever was there before.
 */
import { describe, expect, test } from "bun:test";

import { isExact, switched } from "../../lib/script/exact.ts";
import { commandOf } from "./typed-commands.ts";

describe("a command has an exact opposite", () => {
  test.each([
    "sudo ip link add b0 type bridge",
    "sudo ip l a b0 type bridge",
    "sudo ip link set eth0 name eth1",
    "sudo ip link set dev eth0 name eth1",
    "sudo ip addr add 10.0.0.1/8 dev eth0",
    "sudo ip address add 10.0.0.1/8 dev eth0",
    "sudo ip r add 10.0.0.0/8 dev eth0",
    "sudo ip neigh add 10.0.0.1 dev eth0",
    "sudo ip netns add n",
    "sudo ip net add n",
    "sudo ip neighb a 10.0.0.1 dev eth0",
    "sudo ip netns exec n ip link add b0 type bridge",
    "sudo brctl addbr b0",
    "sudo brctl addif b0 eth0",
    "sudo brctl delif b0 eth0",
    "sudo iptables -A FORWARD -j DROP",
    "sudo iptables -t nat -I PRE -j DROP",
    "sudo iptables -N MINE",
    "sudo iptables -X MINE",
    "sudo mount /a /b",
    "sudo ln -s /a /b",
    "sudo ln -s /a /-f",
  ])("%s", (line) => {
    expect(isExact(commandOf(line))).toBeTrue();
  });
});

describe("a command has none", () => {
  test.each([
    "sudo ip link del b0",
    "sudo ip link",
    "sudo ip",
    "sudo ip link set eth0 up",
    "sudo ip link set eth0 name eth1 up",
    "sudo ip link set dev eth0 name eth1 up",
    "sudo ip link set eth0 mtu 1400",
    "sudo ip addr del 10.0.0.1/8 dev eth0",
    "sudo ip route replace default dev eth0",
    "sudo ip rule add from 10.0.0.1",
    "sudo ip netns delete n",
    "sudo brctl delbr b0",
    "sudo brctl",
    "sudo iptables -D FORWARD -j DROP",
    "sudo iptables -P FORWARD DROP",
    "sudo iptables -F",
    "sudo iptables -Z -A FORWARD",
    "sudo iptables -R FORWARD 1 -j -A",
    "sudo iptables --list",
    "sudo ln -f /a /b",
    "sudo ln -sf /a /b",
    "sudo ln --force /a /b",
    "sudo umount /a",
    "link add",
  ])("%s", (line) => {
    expect(isExact(commandOf(line))).toBeFalse();
  });
});

test.each([
  ["sudo ip link set eth0 up", { link: "eth0", to: "up" }],
  ["sudo ip link set dev eth0 up", { link: "eth0", to: "up" }],
  ["sudo ip l s eth0 down", { link: "eth0", to: "down" }],
  ["sudo ip link set @ down", { link: '"$pid1"', to: "down" }],
  ["sudo ip link set eth0 up mtu 1400", null],
  ["sudo ip link set eth0 up down", null],
  ["sudo ip link set eth0 mtu 1400", null],
  ["sudo ip link add up", null],
  ["sudo ip addr add 10.0.0.1/8 dev eth0", null],
] as const)("%s switches %j", (line, found) => {
  expect(switched(commandOf(line))).toEqual(found);
});
