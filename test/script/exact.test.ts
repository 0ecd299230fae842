/**
 * Commands whose opposite is right whatever was there before.
 */
import { describe, expect, test } from "bun:test";

import { isExact } from "../../lib/script/exact.ts";
import { commandOf } from "./typed-commands.ts";

describe("a command has an exact opposite", () => {
  test.each([
    "sudo iptables -N MINE",
    "sudo iptables -X MINE",
    "sudo iptables -E MINE YOURS",
    "sudo ip6tables --new-chain MINE",
    "sudo mount /a /b",
    "sudo ln -s /a /b",
    "sudo ln -s /a /-f",
  ])("%s", (line) => {
    expect(isExact(commandOf(line))).toBeTrue();
  });
});

describe("a command has none", () => {
  test.each([
    "sudo ip link",
    "sudo ip",
    "sudo ip netns add n",
    "sudo brctl",
    "sudo iptables -A FORWARD -j DROP",
    "sudo iptables -t nat -I PRE -j DROP",
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
