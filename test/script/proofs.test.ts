/**
 * The proofs that a script has, against those of a run: the same output proves the same.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { readFileSync } from "node:fs";

import { inOrder, inOrderOnly, linesOf, otherHostOf, type Proof, without } from "../../lib/recipe/output-proof.ts";
import { metInOrder } from "../../lib/recipe/rule-order.ts";
import { type BashFunction, functionsText } from "../../lib/script/functions.ts";
import { parseCidr } from "../../lib/values/cidr.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const WANTED: readonly BashFunction[] = ["lists", "hides", "shows-host-of", "meets"];
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
  expectSame(["shows_host_of", network], otherHostOf(parseCidr(network)), printed);
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

  test.each(["1.1", "1.9", "20.10", "28", "29"])("of Docker %s", (version) => {
    const listing = readFileSync(`${import.meta.dir}/../recipe/recorded/iptables-${version}.txt`, "utf8");
    const rules = listing.replace(/^#.*\n/gm, "");
    expect(proveInBash(["meets", "FORWARD", `${SPORT}\n${DPORT}`, DROP], rules)).not.toBeNull();
    expectSame(["meets", "FORWARD", `${SPORT}\n${DPORT}`, DROP], metInOrder("FORWARD", [[SPORT, DPORT], DROP]), rules);
    expectSame(["meets", "FORWARD", DROP, SPORT], metInOrder("FORWARD", [DROP, SPORT]), rules);
  });
});
