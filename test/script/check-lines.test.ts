/**
 * A check, word by word, as a script asks it.
 */
import { describe, expect, test } from "bun:test";

import { networkNamed } from "../../lib/recipe/named-network.ts";
import { SILENCE } from "../../lib/recipe/checks/ping.ts";
import { host } from "../../lib/recipe/checks/place.ts";
import { published } from "../../lib/recipe/checks/published-port.ts";
import type { Question } from "../../lib/recipe/checks/question.ts";
import { checkLines } from "../../lib/script/check-lines.ts";
import type { BashFunction } from "../../lib/script/functions.ts";
import { Named } from "../../lib/shell/template/named.ts";
import { parseIpv4Cidr } from "../../lib/values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../lib/values/address/ipv4.ts";
import { parsePort } from "../../lib/values/port.ts";
import { parseSocketName } from "../../lib/values/name/socket-name.ts";
import { lineOf, PID } from "./typed-commands.ts";

const ADDRESS = parseIpv4("10.1.1.2");
const PEER = parseIpv4("10.1.1.9");
const PORT = parsePort("80");
const SOCKET = parseSocketName("@one");
const NETWORK = networkNamed("n", ADDRESS);
const KNOWN = new Named({ name: "two", value: "a b", sample: "a b", word: "a b", spelled: "value" });
const LINE = lineOf("ip link show @");
const OTHER = lineOf("ip route");
const PIPE = lineOf("ip link | grep @");
const OUTSIDE = published(parsePort("8080"), PORT);
const CHOSEN = published(
  new Named({ name: "web", value: parsePort("49153"), sample: "49153", word: "49153", spelled: "name" }),
  PORT,
);

function linesOf(question: Question, name = "it is") {
  const check = { claim: 7, name, ran: "it's asked", expected: "" };
  return checkLines({ kind: "check", check, question }, 3, new Map([["198.18.0.2", "$gateway"]]));
}

describe("a check is", () => {
  const between = { from: PID, to: NETWORK };
  const ASKED: readonly (readonly [question: Question, words: string, needs: readonly BashFunction[]])[] = [
    [{ kind: "ping", from: host, to: ADDRESS }, "eventually pings host 10.1.1.2", ["ping"]],
    [{ kind: "ping", from: PID, to: NETWORK }, 'eventually pings "$pid1" /var/run/netns/n', ["ping"]],
    [{ kind: "ping", from: PID, to: KNOWN }, `eventually pings "$pid1" 'a b'`, ["ping"]],
    [
      { kind: "ping", from: PID, to: "web" },
      'eventually pings "$pid1" "$(alias_of "$pid1" web)"',
      ["ping", "alias-of"],
    ],
    [{ kind: "ping", from: host, to: parseIpv4("198.18.0.2") }, 'eventually pings host "$gateway"', ["ping"]],
    [{ kind: "noPing", from: host, to: ADDRESS, says: SILENCE }, "no_ping host 10.1.1.2 'no answer'", ["no-ping"]],
    [
      { kind: "noPing", from: NETWORK, to: "web", says: "unreachable" },
      'no_ping /var/run/netns/n "$(alias_of /var/run/netns/n web)" unreachable',
      ["no-ping", "alias-of"],
    ],
    [
      { kind: "tcp", ...between, target: ADDRESS, port: PORT },
      'connects "$pid1" /var/run/netns/n 10.1.1.2 80',
      ["tcp"],
    ],
    [
      { kind: "tcp", ...between, target: "web", port: OUTSIDE },
      'connects "$pid1" /var/run/netns/n "$(alias_of "$pid1" web)" 8080:80',
      ["tcp", "alias-of"],
    ],
    [
      { kind: "tcp", ...between, target: ADDRESS, port: CHOSEN },
      'connects "$pid1" /var/run/netns/n 10.1.1.2 "$web":80',
      ["tcp"],
    ],
    [
      { kind: "tcpSeenAs", ...between, target: ADDRESS, port: PORT, peer: PEER },
      'connects_as 10.1.1.9 "$pid1" /var/run/netns/n 10.1.1.2 80',
      ["tcp"],
    ],
    [
      { kind: "tcpSeenAs", ...between, target: "web", port: PORT, peer: PEER },
      'connects_as 10.1.1.9 "$pid1" /var/run/netns/n "$(alias_of "$pid1" web)" 80',
      ["tcp", "alias-of"],
    ],
    [
      { kind: "noTcp", ...between, target: ADDRESS, port: PORT, says: "ETIMEDOUT" },
      'no_connection "$pid1" /var/run/netns/n 10.1.1.2 80 ETIMEDOUT',
      ["no-tcp"],
    ],
    [
      { kind: "noTcp", ...between, target: "web", port: PORT, says: "ETIMEDOUT" },
      'no_connection "$pid1" /var/run/netns/n "$(alias_of "$pid1" web)" 80 ETIMEDOUT',
      ["no-tcp", "alias-of"],
    ],
    [
      { kind: "udp", ...between, target: ADDRESS, port: PORT },
      'datagram "$pid1" /var/run/netns/n 10.1.1.2 80',
      ["udp"],
    ],
    [
      { kind: "udp", ...between, target: "web", port: PORT },
      'datagram "$pid1" /var/run/netns/n "$(alias_of "$pid1" web)" 80',
      ["udp", "alias-of"],
    ],
    [
      { kind: "counted", ...between, line: LINE },
      'eventually counted "$pid1" /var/run/netns/n -- ip link show "$pid1"',
      ["counted"],
    ],
    [
      { kind: "uncounted", from: host, to: "web", line: LINE },
      'eventually uncounted host "$(alias_of host web)" -- ip link show "$pid1"',
      ["counted", "alias-of"],
    ],
    [
      { kind: "shows", line: LINE, expected: ["a  b", PID, "198.18.0.2"] },
      `eventually shows 'a b' "$pid1" "$gateway" -- ip link show "$pid1"`,
      ["shows"],
    ],
    [{ kind: "lists", line: LINE, expected: ["a"] }, 'eventually lists a -- ip link show "$pid1"', ["lists"]],
    [{ kind: "hides", line: LINE, expected: ["a"] }, 'eventually hides a -- ip link show "$pid1"', ["hides"]],
    [{ kind: "refuses", line: LINE, expected: ["a"] }, 'refuses a -- ip link show "$pid1"', ["refuses"]],
    [
      { kind: "showsHostOf", line: LINE, network: parseIpv4Cidr("10.1.1.1/24") },
      'eventually shows_host_of 10.1.1.1/24 -- ip link show "$pid1"',
      ["shows-host-of"],
    ],
    [
      { kind: "showsChosenPorts", line: LINE },
      'eventually shows_chosen_ports -- ip link show "$pid1"',
      ["shows-chosen-ports"],
    ],
    [
      { kind: "meets", line: LINE, chain: "FORWARD", expected: ["-j A", PID, ["-j B", "-j  C"], ["-j D"]] },
      `eventually meets FORWARD '-j A' "$pid1" "$(printf '%s\\n' '-j B' '-j C')" '-j D' -- ip link show "$pid1"`,
      ["meets"],
    ],
    [{ kind: "unix", ...between, name: SOCKET }, 'connects_unix "$pid1" /var/run/netns/n @one', ["unix"]],
    [{ kind: "noUnix", ...between, name: SOCKET }, 'no_unix_connection "$pid1" /var/run/netns/n @one', ["unix"]],
  ];
  test.each(ASKED.map(([question, words, needs]) => [words, question, needs] as const))(
    "%s",
    (words, question, needs) => {
      expect(linesOf(question)).toEqual({ lines: [`check 7 'it is' ${words}`], needs });
    },
  );
});

test("a check without a name has what is asked", () => {
  expect(linesOf({ kind: "ping", from: host, to: ADDRESS }, "").lines).toEqual([
    `check 7 "it's asked" eventually pings host 10.1.1.2`,
  ]);
});

test("a pipe is a function of its own, and so are two lines", () => {
  expect(linesOf({ kind: "shows", line: PIPE, expected: ["a"] }).lines).toEqual([
    'pipe3() { ip link | grep "$pid1"; }',
    "check 7 'it is' eventually shows a -- pipe3",
  ]);
  expect(linesOf({ kind: "same", line: LINE, other: PIPE })).toEqual({
    lines: [
      'pipe3() { ip link show "$pid1"; }',
      'pipe3b() { ip link | grep "$pid1"; }',
      "check 7 'it is' eventually same -- pipe3 -- pipe3b",
    ],
    needs: ["same"],
  });
  expect(linesOf({ kind: "same", line: LINE, other: OTHER }).lines).toEqual([
    'pipe3() { ip link show "$pid1"; }',
    "pipe3b() { ip route; }",
    "check 7 'it is' eventually same -- pipe3 -- pipe3b",
  ]);
});
