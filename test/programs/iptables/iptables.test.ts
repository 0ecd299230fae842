import { describe, expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";

/** What is said of a word of a line */
function meaningOf(line: string, word: string): string {
  return explainLine(line).words.find((one) => one.word === word)?.means ?? "nothing";
}

describe("what becomes of a packet is said of its own target", () => {
  test.each([
    ["ACCEPT", /\bis accepted\b/],
    ["DROP", /\bis dropped\b.*\bwithout an answer\b/],
    ["REJECT", /\bis dropped\b.*\bsender gets an error\b/],
    ["MASQUERADE", /\bthis machine's own address\b/],
    ["DNAT", /\bdestination address is rewritten\b/],
    ["SNAT", /\bsource address is rewritten\b/],
    ["RETURN", /\bback to the chain that led here\b/],
    ["LOG", /\blogs the packet\b/],
  ])("-j %s", (target, says) => {
    expect(meaningOf(`iptables -A FORWARD -j ${target}`, target)).toMatch(says);
    expect(meaningOf(`iptables -P FORWARD ${target}`, target)).toMatch(says);
  });
});

describe("what a chain is for is said of its own packets", () => {
  test.each([
    ["INPUT", /\bto this machine\b/],
    ["OUTPUT", /\bthis machine sends\b/],
    ["FORWARD", /\bare forwarded\b/],
    ["PREROUTING", /\bjust arrived\b/],
    ["POSTROUTING", /\babout to leave\b/],
  ])("%s", (chain, says) => {
    expect(meaningOf(`iptables -A ${chain} -j DROP`, chain)).toMatch(says);
  });
});

test.each([
  ["-s", "10.0.0.1", /\bfrom this source\b/],
  ["-d", "10.0.0.1", /\bto this destination\b/],
  ["-i", "eth0", /\barriving on\b/],
  ["-o", "eth0", /\bleaving through\b/],
  ["--dport", "80", /\bto this port\b/],
  ["--sport", "80", /\bfrom this port\b/],
])("a condition's direction is its own: %s", (option, value, says) => {
  expect(meaningOf(`iptables -A FORWARD -p tcp ${option} ${value} -j DROP`, option)).toMatch(says);
});

describe("a rule is undone by its own words, without its place", () => {
  test.each([
    ["iptables -A FORWARD -j DROP", "iptables -D FORWARD -j DROP"],
    ["iptables -I FORWARD -j DROP", "iptables -D FORWARD -j DROP"],
    ["iptables --append FORWARD --jump DROP", "iptables -D FORWARD --jump DROP"],
    ["iptables --insert=FORWARD 2 -jDROP", "iptables -D FORWARD -jDROP"],
    ["iptables -tnat -AFORWARD -j DROP", "iptables -tnat -D FORWARD -j DROP"],
    ["iptables -I FORWARD 2 -j DROP", "iptables -D FORWARD -j DROP"],
    ["ip6tables -I INPUT -s fd00::1 -j DROP", "ip6tables -D INPUT -s fd00::1 -j DROP"],
    ["iptables-legacy -A FORWARD -j DROP", "iptables-legacy -D FORWARD -j DROP"],
    ["iptables-nft -A FORWARD -j DROP", "iptables-nft -D FORWARD -j DROP"],
    [
      "sudo iptables -t nat -I POSTROUTING 1 -s 10.1.1.0/24 -j MASQUERADE",
      "sudo iptables -t nat -D POSTROUTING -s 10.1.1.0/24 -j MASQUERADE",
    ],
    ["iptables -A FORWARD -p tcp --dport 80 -j ACCEPT", "iptables -D FORWARD -p tcp --dport 80 -j ACCEPT"],
    [
      `iptables -A FORWARD -m comment --comment "it's -A here" -j ACCEPT`,
      `iptables -D FORWARD -m comment --comment "it's -A here" -j ACCEPT`,
    ],
    ["iptables -N MINE", "iptables -X MINE"],
    ["iptables -t nat -N MINE", "iptables -t nat -X MINE"],
    ["iptables -X MINE", "iptables -N MINE"],
    ["iptables -t nat -X MINE", "iptables -t nat -N MINE"],
  ])("%s", (line, undo) => {
    expect(explainLine(line).undo).toEqual([{ type: undo }]);
  });
});

test("behind a match that nobody knows the next options are known", () => {
  const line = "iptables -A FORWARD -m hashlimit --hashlimit-upto 3/s -j DROP -t filter";
  expect(meaningOf(line, "--hashlimit-upto")).toBe("nothing");
  expect(meaningOf(line, "3/s")).toBe("nothing");
  expect(meaningOf(line, "DROP")).toMatch(/\bis dropped\b/);
  expect(meaningOf(line, "filter")).toMatch(/\bfilters packets\b/);
  expect(explainLine(line)).toMatchObject({ changes: null, kernel: [] });
});

test.each([
  ["x", true],
  ["0", true],
  ["1x", true],
  ["08", true],
  ["1", false],
  ["0x1", false],
  ["$n", false],
])("no rule is number %s: iptables says so, and changes nothing", (number, isRefused) => {
  const { refused, kernel } = explainLine(`iptables -R FORWARD ${number} -j DROP`);
  expect(refused).toEqual(isRefused ? [`Invalid rule number \`${number}'`] : []);
  expect(kernel.length).toBe(isRefused ? 0 : 1);
});
