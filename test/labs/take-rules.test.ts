/**
 * Rules that a daemon has made for a bridge are taken away, and nobody else's.
 */
import { expect, test } from "bun:test";

import { takeRules } from "../../lib/labs/take-rules.ts";
import { NOTHING, type Outcome } from "../../lib/shell/outcome.ts";
import type { Look } from "../../lib/resources/look.ts";

const BEFORE = ["-P FORWARD ACCEPT", "-A FORWARD -i br0 -j DROP"];

const OURS = [
  "-A POSTROUTING -s 10.9.0.0/24 ! -o br0 -j MASQUERADE",
  String.raw`-A FORWARD -o br0 -m comment --comment "two \"words\"" -j ACCEPT`,
];

const THEIRS = ["-N THEIRS", "-A FORWARD -i eth9 -j DROP", "-A FORWARD -i br01 -j DROP", "-N br0"];

/** Takes those of br0 from a table that prints these lines; what was run, and what was complained of */
async function taken(lines: readonly string[] | null, outcome: Outcome = NOTHING) {
  const ran: string[][] = [];
  const look: Look = {
    text: async (argv) => (argv.join(" ") === "iptables -t nat -S" && lines !== null ? `${lines.join("\n")}\n` : null),
    file: () => null,
    link: () => null,
    inode: () => null,
    network: () => null,
    see: () => null,
  };
  const run = async (argv: readonly string[]) => {
    ran.push([...argv]);
    return outcome;
  };
  const step = { kind: "rules", table: "nat", names: ["br0", "10.9.0.0/24"], before: BEFORE, when: "in turn" } as const;
  return { complaint: await takeRules(step, { look, run }), ran };
}

test("each rule with its bridge or network is deleted, to the word", async () => {
  const { complaint, ran } = await taken([...BEFORE, ...OURS]);
  expect(complaint).toBeNull();
  expect(ran).toEqual([
    "iptables -w -t nat -D POSTROUTING -s 10.9.0.0/24 ! -o br0 -j MASQUERADE".split(" "),
    [..."iptables -w -t nat -D FORWARD -o br0 -m comment --comment".split(" "), 'two "words"', "-j", "ACCEPT"],
  ]);
});

test("what strangers have made meanwhile stays, and what was there before", async () => {
  expect(await taken([...BEFORE, ...THEIRS])).toEqual({ complaint: null, ran: [] });
});

test("where the table can't be listed, no rule of it is ours", async () => {
  expect(await taken(null)).toEqual({ complaint: null, ran: [] });
});

test("of one that is there twice by now, one is deleted", async () => {
  const { ran } = await taken([...BEFORE, "-A FORWARD -i br0 -j DROP"]);
  expect(ran).toEqual(["iptables -w -t nat -D FORWARD -i br0 -j DROP".split(" ")]);
});

test("one that can't be deleted is complained of, and the others are deleted", async () => {
  const { complaint, ran } = await taken([...BEFORE, ...OURS], { ...NOTHING, exitCode: 4, stderr: "locked\n" });
  expect(complaint).toBe("locked\nlocked");
  expect(ran).toHaveLength(2);
});
