import { expect, test } from "bun:test";

import { ifName, parseIfName } from "../../lib/values/if-name.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  "A",
  "B",
  "eth0",
  "docker0",
  "bridge0",
  "vethPCs1234",
  "lo",
  "c",
  "eth0.100",
  "...",
  "a-b_c.d",
  "$x",
  'a"b',
  "0",
  "123456789012345",
])("interface name %j is accepted", (text) => {
  expect<string>(parseIfName(text)).toBe(text);
});

test.each([
  ["", "it is empty"],
  [".", "in /sys/class/net it would be a directory's own name"],
  ["..", "in /sys/class/net it would be a directory's own name"],
  ["eth/0", "the kernel allows no slash"],
  ["../../x", "the kernel allows no slash"],
  ["eth0:1", "the kernel allows no colon"],
  ["eth 0", "the kernel allows no blank"],
  ["eth0\n", "the kernel allows no blank"],
  ["eth0\t", "the kernel allows no blank"],
  ["\u00A0", "the kernel allows no blank"],
  ["all", "/proc/sys/net/ipv4/conf has a directory of that name for all interfaces"],
  ["default", "/proc/sys/net/ipv4/conf has a directory of that name for all interfaces"],
  ["eth%d", "the kernel would put a number in place of %d"],
  ["--help", "a name that begins with a hyphen looks like an option"],
  ["--", "a name that begins with a hyphen looks like an option"],
  ["-A", "a name that begins with a hyphen looks like an option"],
  ["A@B", "ip prints @ between a name and its peer's"],
  ["größe", "it has a character that is not visible ASCII"],
  ["a\0b", "it has a character that is not visible ASCII"],
  ["a\u007F", "it has a character that is not visible ASCII"],
  ["éééééééé", "it has a character that is not visible ASCII"],
  ["1234567890123456", "16 characters, and the kernel allows 15"],
  ["veth-to-the-database", "20 characters, and the kernel allows 15"],
  ["help", "ip has it as a word of its own"],
  ["up", "ip has it as a word of its own"],
  ["a", 'ip reads it as its own word "address"'],
  ["lin", 'ip reads it as its own word "link"'],
])("interface name %j is refused: %s", (text, reason) => {
  expect(refusalOf(ifName, text).reason).toBe(reason);
});

test("for a word of ip's own, the same in capitals is offered", () => {
  expect(refusalOf(ifName, "a").tryThis).toBe("A");
});

test("the refusal says what was asked, with what, and what the limit is", () => {
  expect(refusalOf(ifName, "veth-to-the-database").message).toBe(
    'Cannot use "veth-to-the-database" as an interface name: 20 characters, and the kernel allows 15',
  );
});
