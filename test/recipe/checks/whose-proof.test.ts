import { describe, expect, test } from "bun:test";

import {
  inOrder,
  inOrderOnly,
  linesOf,
  otherHostOf,
  portsWithin,
  saidBy,
  spelled,
  textsOf,
  without,
} from "../../../lib/recipe/checks/output-proof.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { NOTHING } from "../../../lib/shell/outcome.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { networkNamed } from "../../../lib/recipe/named-network.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";

test.each([
  ["", []],
  [" \n\n", []],
  ["a", ["a"]],
  ["a\n\n", ["a"]],
  ["  a\t b \n\nc\r\n", ["a b", "", "c"]],
])("the lines of %j are %j", (output, lines) => {
  expect(linesOf(output)).toEqual(lines);
});

test.each([
  [{ stdout: "a\nb\n", stderr: "c\n" }, ["a", "b", "c"]],
  [{ stdout: "a\n", stderr: "b\n", exitCode: 3 }, ["a", "b", "exit status 3"]],
  [{ exitCode: -1 }, ["exit status -1"]],
  [{}, []],
])("what a command said: %j", (outcome, lines) => {
  expect(saidBy({ ...NOTHING, ...outcome })).toEqual(lines);
});

describe("another host of a network", () => {
  test.each([
    ["inet 10.1.0.9/16 eth0", true],
    ["10.1.255.254", true],
    ["via 10.1.0.1 dev eth0", true],
    ["inet 10.1.0.2/16 eth0", false],
    ["inet 10.1.0.0/16 eth0", false],
    ["inet 10.1.255.255/16 eth0", false],
    ["inet 10.2.0.9/16 eth0", false],
    ["inet 10.1.0.9.1 eth0", false],
    ["src=10.1.0.9", false],
    ["", false],
  ])("is in %j: %p", (line, isThere) => {
    const proof = otherHostOf(parseIpv4Cidr("10.1.0.2/16"));
    expect(proof(["lo", line, "end"])).toEqual(isThere ? [line] : null);
  });

  test("is the first, and no lines have none", () => {
    const proof = otherHostOf(parseIpv4Cidr("10.1.0.2/16"));
    expect(proof(["a 10.1.0.3", "b 10.1.0.4"])).toEqual(["a 10.1.0.3"]);
    expect(proof([])).toBeNull();
  });
});

test.each([
  [[":10"], true],
  [[":20", "80/tcp -> 0.0.0.0:10", ":::15"], true],
  [[":9"], false],
  [[":21"], false],
  [[":15", ":21"], false],
  [[":15 "], false],
  [["15"], false],
  [[":"], false],
  [[], false],
])("ports from 10 to 20 in %j: %p", (lines, isProved) => {
  expect(portsWithin({ first: 10, last: 20 })(lines)).toEqual(isProved ? lines : null);
});

test("a line is the proof of one text only, and what is before counts no more", () => {
  expect(inOrder(["a", "a"])(["a a", "b", "xay"])).toEqual(["a a", "xay"]);
  expect(inOrder(["a", "b", "c"])(["c", "a", "b"])).toBeNull();
  expect(inOrder(["a"])([])).toBeNull();
});

test("no other line: nor one too few", () => {
  expect(inOrderOnly(["a", "b"])(["a", "b", "a"])).toBeNull();
  expect(inOrderOnly(["a", "b"])(["a"])).toBeNull();
  expect(inOrderOnly(["a", "b"])(["a 1", "b 2"])).toEqual(["a 1", "b 2"]);
});

test("words that are not there are the proof", () => {
  expect(without(["a", "b  c"])(["d"])).toEqual(["no a, no b  c"]);
  expect(without(["a"])([])).toEqual(["no a"]);
});

test("texts to look for have single blanks, and the words of values", () => {
  const network = networkNamed("c1", parseIpv4("10.0.0.2"));
  expect(textsOf([" a \t b ", network])).toEqual(["a b", "c1"]);
  expect(spelled([" a  b", network])).toEqual([" a  b", "c1"]);
});

test.each([
  ["2989", "name", "$pid"],
  ["4711", "name", "4711"],
  ["2989", "value", "2989"],
] as const)("a value %s that is spelled by its %s is announced as %s", (word, by, text) => {
  expect(spelled([new Named({ name: "pid", value: 0, sample: "2989", word, spelled: by })])).toEqual([text]);
});
