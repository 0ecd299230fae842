import { expect, test } from "bun:test";

import { ifName, parseIfName } from "../../../lib/values/name/if-name.ts";
import { refusalOf } from "../refusals.ts";

const DIRECTORY = "in /sys/class/net it would be a directory's own name";
const SLASH = "the kernel allows no slash";
const BLANK = "the kernel allows no blank";
const ALL_INTERFACES = "/proc/sys/net/ipv4/conf has a directory of that name for all interfaces";
const HYPHEN = "a name that begins with a hyphen looks like an option";
const NOT_ASCII = "it has a character that is not visible ASCII";
const WORD_OF_IP = "ip has it as a word of its own";
const tooLong = (length: number) => `${length} characters, and the kernel allows 15`;

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
  ".a",
  "a..",
  "small",
  "allow",
  "default0",
  "mydefault",
  "a-",
  "!~",
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
  [".", DIRECTORY],
  ["..", DIRECTORY],
  ["eth/0", SLASH],
  ["../../x", SLASH],
  ["eth0:1", "the kernel allows no colon"],
  ["eth 0", BLANK],
  ["eth0\n", BLANK],
  ["eth0\t", BLANK],
  ["\u00A0", BLANK],
  ["all", ALL_INTERFACES],
  ["default", ALL_INTERFACES],
  ["eth%d", "the kernel would put a number in place of %d"],
  ["--help", HYPHEN],
  ["--", HYPHEN],
  ["-A", HYPHEN],
  ["A@B", "ip prints @ between a name and its peer's"],
  ["größe", NOT_ASCII],
  ["a\0b", NOT_ASCII],
  ["a\u007F", NOT_ASCII],
  ["éééééééé", NOT_ASCII],
  ["1234567890123456", tooLong(16)],
  ["veth-to-the-database", tooLong(20)],
  ["help", WORD_OF_IP],
  ["up", WORD_OF_IP],
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
    `Cannot use "veth-to-the-database" as an interface name: ${tooLong(20)}`,
  );
});
