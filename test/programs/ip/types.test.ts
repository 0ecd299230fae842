/**
 * Types read plain words, and leave all others to the real `ip`.
 */
import { describe, expect, test } from "bun:test";

import {
  address,
  alias,
  below,
  integer,
  interfaceName,
  label,
  networkNamespace,
  oneOf,
  positive,
  unread,
  unsigned,
} from "../../../lib/programs/ip/types.ts";

type Reads = (text: string) => unknown;

const CASES: readonly (readonly [type: string, reads: Reads, plain: readonly string[], others: readonly string[]])[] = [
  [
    "an interface's name",
    interfaceName,
    ["A", "eth0", "é", "#a", "123456789012345", "constructor"],
    ["", ".", "..", "-a", "a/b", "a:b", "a%d", "a@b", "a b", "if7", "if-7", "1234567890123456", "éééééééé"],
  ],
  ["a label", label, ["eth0:1", "A"], ["", "-a", "a/b", "a b", "eth0:1234567890123"]],
  ["a text about an interface", alias, ["", "a text", "x".repeat(255)], ["x".repeat(256), "é".repeat(128)]],
  [
    "an entry, a path or a process",
    networkNamespace,
    ["blue", "1", "0", "/proc/1/ns/net", "..", "12e3"],
    ["", "-1", "+1", "010", "0x1", " 1", "1234567890"],
  ],
  ["a number below 256", below(256), ["0", "255"], ["256", "-1", "01", "0x1", "1e1", "1.0", ""]],
  ["32 bits", unsigned, ["4294967295"], ["4294967296", "99999999999"]],
  ["32 bits with a sign", integer, ["2147483647"], ["2147483648"]],
  ["a number from 1 on", positive, ["1", "999999999"], ["0", "01", "1000000000"]],
  ["one of a few words", oneOf(["on", "off"]), ["on", "off"], ["o", "", "ON", "constructor"]],
  ["an address", address, ["10.0.0.1", "10.0.0.1/24"], ["10.0.0.1/33", "10.0.0", "::1", "10.0.0.1/", "any"]],
  ["a word that is left to the real ip", unread, [], ["1", ""]],
];

describe.each(CASES)("as %s", (_, reads, plain, others) => {
  for (const text of plain) test(`"${text}" is read`, () => expect(`${String(reads(text))}`).toStartWith(text));
  for (const text of others) test(`"${text}" is not`, () => expect(() => reads(text)).toThrow());
});
