/**
 * The proofs that a script has, against those of a run: the same output proves the same.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { readFileSync } from "node:fs";

import type { PortRange } from "../../lib/programs/docker/options/port-range.ts";
import {
  inOrder,
  inOrderOnly,
  linesOf,
  otherHostOf,
  portsWithin,
  type Proof,
  without,
} from "../../lib/recipe/checks/output-proof.ts";
import { metInOrder } from "../../lib/recipe/checks/rule-order.ts";
import { countAround, type Growth, TEN } from "../../lib/recipe/checks/counting.ts";
import { sameOutput } from "../../lib/recipe/checks/same-output.ts";
import { type BashFunction, functionsText } from "../../lib/script/functions.ts";
import { parseIpv4Cidr } from "../../lib/values/address/ipv4-cidr.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const WANTED: readonly BashFunction[] = [
  "lists",
  "hides",
  "refuses",
  "shows-host-of",
  "shows-chosen-ports",
  "meets",
  "same",
  "counted",
  "no-ping",
];
const FUNCTIONS = `set -euo pipefail
NAME=test SCRATCH=${emptyFolder()}
${functionsText(new Set(WANTED)).join("\n")}
if "$@"; then printf %s "$SEEN"; else exit 9; fi`;

/** What proves it to a script; `null` when nothing does */
function proveInBash(call: readonly string[], printed: string): readonly string[] | null {
  const command = ["printf", "%s", printed];
  const { exitCode, stdout, stderr } = Bun.spawnSync(["bash", "-c", FUNCTIONS, "bash", ...call, "--", ...command], {
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
  });
  if (stderr.length > 0) throw new Error(stderr.toString());
  return exitCode === 0 ? stdout.toString().split("\n") : null;
}

function expectSame(call: readonly string[], proof: Proof, printed: string): void {
  const expected = proof(linesOf(printed));
  const found = proveInBash(call, printed);
  expect({ call, printed, isProved: found !== null }).toEqual({ call, printed, isProved: expected !== null });
  if (call[0] !== "hides") expect(found).toEqual(expected === null ? null : [...expected]);
}

/** Words that are parts of each other, and blanks of all sorts */
const word = fc.constantFrom("eth0", "eth", "A", "B-A", "10.1.1.1", "10.1.1.1/32", "*", "[x]", "$(id)", "a'b", "\\");
const line = fc
  .array(fc.oneof(word, fc.constantFrom(" ", "  ", "\t")), { maxLength: 6 })
  .map((parts) => parts.join(" "));
const output = fc.array(line, { maxLength: 4 }).map((lines) => lines.map((text) => `${text}\n`).join(""));
const texts = fc.array(word, { minLength: 1, maxLength: 3 });

describe.each([
  ["shows", inOrder],
  ["lists", inOrderOnly],
  ["hides", without],
] as const)("%s", (name, proof) => {
  test("proves what a run proves, and nothing else", () => {
    fc.assert(
      fc.property(texts, output, (wanted, printed) => expectSame([name, ...wanted], proof(wanted), printed)),
      { numRuns: 60 },
    );
  });
});

test.each([
  ["192.168.5.1/24", "eth0 UP 192.168.5.2/24"],
  ["192.168.5.1/24", "eth0 UP 192.168.5.1/24"],
  ["192.168.5.1/24", "eth0 UP 192.168.5.0/24 192.168.5.255/24 192.168.6.2 1.2.3 1.2.3.4.5"],
  ["192.168.5.1/24", "lo\n2: eth0 192.168.5.254"],
  ["10.0.0.0/31", "10.0.0.1"],
  ["10.0.0.1/32", "10.0.0.1 10.0.0.2"],
  ["128.0.0.1/1", "255.255.255.254"],
  ["128.0.0.1/1", "255.255.255.255 127.0.0.1"],
])("an address of %s in %j is proved as in a run", (network, printed) => {
  expectSame(["shows_host_of", network], otherHostOf(parseIpv4Cidr(network)), printed);
});

test.each([
  ["echo a; echo b >&2; exit 3", ["a", "b"], "a\nb"],
  ["echo a; echo b >&2; exit 3", ["b"], "b"],
  ["echo a; exit 3", ["b"], null],
  ["echo b >&2; exit 0", ["b"], null],
  ["exit 3", ["b"], null],
])("%j is refused with %j, or not", (script, words, seen) => {
  const argv = ["bash", "-c", FUNCTIONS, "bash", "refuses", ...words, "--", "sh", "-c", script];
  const { exitCode, stdout } = Bun.spawnSync(argv, { env: { LC_ALL: "C", PATH: "/usr/bin:/bin" } });
  expect({ exitCode, seen: stdout.toString() }).toEqual({ exitCode: seen === null ? 9 : 0, seen: seen ?? "" });
});

describe("rules are met in the order of a run", () => {
  const SPORT = "--sport 80 -j ACCEPT";
  const DPORT = "--dport 80 -j ACCEPT";
  const DROP = "-i docker0 -o docker0 -j DROP";
  const rule = fc.constantFrom(
    `-A FORWARD -p tcp ${SPORT}`,
    `-A FORWARD -p tcp ${DPORT}`,
    `-A FORWARD ${DROP}`,
    `-A FORWARD ! ${DROP}`,
    "-A FORWARD -j DOCKER",
    "-A FORWARD -j ACCEPT",
    '-A FORWARD -m comment --comment "so -j DROP" -j RETURN',
    `-A DOCKER ${SPORT}`,
    `-A DOCKER ${DPORT}`,
    "-A DOCKER -g OTHER",
    "-A DOCKER -s 10.0.0.0/8 -j OTHER",
    `-A OTHER ${DROP}`,
    "-A OTHER -j RETURN",
  );

  test("whatever the chains are", () => {
    const groups = [[SPORT, DPORT], DROP];
    fc.assert(
      fc.property(fc.uniqueArray(rule, { maxLength: 10 }), (rules) => {
        const listing = ["-P FORWARD ACCEPT", "-N DOCKER", "-N OTHER", ...rules].join("\n");
        expectSame(["meets", "FORWARD", `${SPORT}\n${DPORT}`, DROP], metInOrder("FORWARD", groups), listing);
      }),
      { numRuns: 50 },
    );
  });

  test.each(["ACCEPT", "DROP", "REJECT", "DNAT", "SNAT", "MASQUERADE", "REDIRECT", "RETURN", "LOG", "MINE"])(
    "a packet meets no rule behind one that sends all to %s, or does",
    (target) => {
      const listing = [`-P FORWARD ACCEPT`, "-N MINE", `-A FORWARD -j ${target}`, "-A FORWARD -i last0 -j DROP"].join(
        "\n",
      );
      expectSame(["meets", "FORWARD", "-i last0"], metInOrder("FORWARD", ["-i last0"]), listing);
      const isLast = !["LOG", "MINE"].includes(target);
      expect(proveInBash(["meets", "FORWARD", "-i last0"], listing) === null).toBe(isLast);
    },
  );

  test.each(["1.1", "1.9", "20.10", "28", "29"])("of Docker %s", (version) => {
    const listing = readFileSync(`${import.meta.dir}/../recipe/checks/recorded/iptables-${version}.txt`, "utf8");
    const rules = listing.replace(/^#.*\n/gm, "");
    expect(proveInBash(["meets", "FORWARD", `${SPORT}\n${DPORT}`, DROP], rules)).not.toBeNull();
    expectSame(["meets", "FORWARD", `${SPORT}\n${DPORT}`, DROP], metInOrder("FORWARD", [[SPORT, DPORT], DROP]), rules);
    expectSame(["meets", "FORWARD", DROP, SPORT], metInOrder("FORWARD", [DROP, SPORT]), rules);
  });
});

/** Those that the kernel gives out itself */
function kernelPorts(): PortRange {
  const [first = 0, last = 0] = readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8").split(/\s+/).map(Number);
  return { first, last };
}

/** What bash says of a call, with commands of its own before it */
function isProvedInBash(before: string, call: readonly string[]): boolean {
  const { exitCode, stderr } = Bun.spawnSync(["bash", "-c", `${before}\n${FUNCTIONS}`, "bash", ...call], {
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
  });
  if (stderr.length > 0) throw new Error(stderr.toString());
  return exitCode === 0;
}

describe.each([
  ["1.1", { first: 49_153, last: 49_900 }],
  ["20.10.24", kernelPorts()],
])("ports that Docker %s chooses are those of a run", (version, range) => {
  const { first, last } = range;
  test.each([
    `80/tcp -> 0.0.0.0:${first}\n`,
    `80/tcp -> 0.0.0.0:${first}\n80/tcp -> :::${last}\n`,
    `80/tcp -> 0.0.0.0:${first}\n81/tcp -> 0.0.0.0:${last + 1}\n`,
    `0.0.0.0:${first - 1}`,
    "80/tcp",
    "",
  ])("%j", (printed) => {
    const engine = `sudo() { echo ${version}; }`;
    const isProved = isProvedInBash(engine, ["shows_chosen_ports", "--", "printf", "%s", printed]);
    expect(isProved).toBe(portsWithin(range)(linesOf(printed)) !== null);
  });
});

const ENDED = { stderr: "", ms: 0 };

test("two commands print the same as in a run", () => {
  const said = fc.record({ stdout: output, exitCode: fc.constantFrom(0, 0, 0, 3) });
  fc.assert(
    fc.property(said, said, fc.boolean(), (one, another, isTwice) => {
      const other = isTwice ? one : another;
      const commands = [one, other].map(({ stdout, exitCode }, at) => [
        `said${at}() { printf %s "$TEXT${at}"; return ${exitCode}; }`,
        `TEXT${at}=${stdout === "" ? "''" : `$(base64 -d <<<${Buffer.from(stdout).toString("base64")})`}`,
      ]);
      const isProved = isProvedInBash(commands.flat().join("\n"), ["same", "--", "said0", "--", "said1"]);
      const { ok } = sameOutput({ ...ENDED, ...one }, { ...ENDED, ...other });
      expect({ one, other, isProved }).toEqual({ one, other, isProved: ok });
    }),
    { numRuns: 40 },
  );
});

describe("a counter has grown as in a run:", () => {
  const GROWN: Readonly<Record<string, Growth>> = { counted: (more) => more >= TEN, uncounted: (more) => more === 0 };
  const ALL = "10 packets transmitted, 10 received, 0% packet loss";

  test.each([
    ["7", "7", ALL],
    ["7", "8", ALL],
    ["7", "16", ALL],
    ["7", "17", ALL],
    ["7", "107", ALL],
    ["7", "7", "10 packets transmitted, 9 received, 10% packet loss"],
    ["7", "17", "10 packets transmitted, 9 received, 10% packet loss"],
    ["", "", ALL],
    ["many", "many", ALL],
    ["7 8", "7 8", ALL],
  ])("%j, then %j, %s", async (before, after, pinged) => {
    const readings = `READINGS=$(mktemp); trap 'rm "$READINGS"' EXIT; printf '%s\\n' '${before}' '${after}' >"$READINGS"
read_next() { head -n 1 "$READINGS"; sed -i 1d "$READINGS"; }
ping() { echo '${pinged}'; }
ip() { :; }`;
    for (const [name, isRight] of Object.entries(GROWN)) {
      const said = [before, after].map((stdout) => ({ ...ENDED, exitCode: 0, stdout: `${stdout}\n` }));
      const read = async () => said.shift() ?? { ...ENDED, exitCode: 1, stdout: "" };
      const { ok } = await countAround(read, async () => pinged === ALL, isRight);
      const call = [name, "host", "10.1.1.2", "--", "read_next"];
      expect({ name, isProved: isProvedInBash(readings, call) }).toEqual({ name, isProved: ok });
    }
  });
});

describe("a ping that is not answered says why as in a run:", () => {
  const saying = (lines: readonly string[], status: number) =>
    `ping() { ${lines.map((line) => `echo '${line}'`).join("; ")}; return ${status}; }\nip() { :; }`;
  const SUMMARY = "1 packets transmitted, 0 received, 100% packet loss, time 0ms";
  const ANSWER = "64 bytes from 10.1.1.2: icmp_seq=1 ttl=64 time=0.05 ms";
  const says = (...words: readonly string[]) => ["no_ping", "host", "10.1.1.2", ...words];

  test.each<readonly [printed: readonly string[], status: number, expected: string, holds: boolean]>([
    [[SUMMARY], 1, "no answer", true],
    [[SUMMARY], 1, "prohibited", false],
    [[ANSWER], 0, "no answer", false],
    [["From 10.1.1.9 icmp_seq=1 Destination Net Unknown", SUMMARY], 1, "no answer", false],
    [["From 10.1.1.9 icmp_seq=1 Destination Net Unknown", SUMMARY], 1, "Net Unknown", true],
    [["From 10.1.1.9 icmp_seq=1 Frag needed and DF set (mtu = 1280)", SUMMARY], 1, "no answer", false],
    [["From 10.1.1.9 icmp_seq=1 Time to live exceeded", SUMMARY], 1, "no answer", false],
    [["From 10.1.1.9 icmp_seq=1 Packet filtered", SUMMARY], 1, "Packet filtered", true],
    [["ping: local error: message too long, mtu: 68", SUMMARY], 1, "no answer", false],
    [["ping: connect: Network is unreachable"], 2, "Network is unreachable", true],
    [["ping: connect: Network is unreachable"], 2, "no answer", false],
    [["ping: usage error"], 2, "no answer", false],
    [["nothing"], 1, "no answer", false],
  ])("%j, with status %d, is %s: %p", (printed, status, expected, holds) => {
    expect(isProvedInBash(saying(printed, status), says(expected))).toBe(holds);
  });
});
