/**
 * How a line of iptables is read: its command, table, chain, number and rule.
 */
import { expect, test } from "bun:test";

import { planFor, wayBack } from "../../shell/invert/host-with.ts";

const adds = (chain: string, rule: string) => `adds a rule to ${chain}: ${rule}`;

const deletes = (rule: string) => `deletes a rule from c: ${rule}`;
const replaces = (place: string) => `replaces rule ${place} of c`;

/** By what each reads as */
const READ: Readonly<Record<string, readonly string[]>> = {
  [adds("c", "-i x")]: [
    "-A c -i x",
    "--append c -i x",
    "--append=c -i x",
    "-Ac -i x",
    "-i -A c x",
    "-I c -i x",
    "-I c 3 -i x",
    "-I c 0x3 -i x",
    "-Ic 12 -i x",
    "--insert c 3 -i x",
    "-w -A c -i x",
    "-w 5 -A c -i x",
    "--wait 5 -A c -i x",
    "-w5 -A c -i x",
    "--wait=5 -A c -i x",
    "-A c -W100 -i x",
  ],
  [adds("c", "7")]: ["-A c 7", "-w5 7 -A c", "--wait=5 7 -A c", "-W5 7 -A c"],
  [adds("c", "3x")]: ["-I c 3x"],
  [adds("c", "--waiting")]: ["--waiting -A c"],
  [adds("c", "-i 3")]: ["-I c -i 3"],
  [deletes("3")]: ["-D c 3", "--delete c 3", "-Dc 3"],
  [replaces("8")]: ["-R c 010 -i x", "-R c +8 -i x", "-R c 0x8 -i x", "-R c 0X08 -i x"],
  [deletes("31")]: ["-D c 0x1F", "-D c 037"],
  [replaces("3")]: ["-R c 3 -i x", "--replace c 3 -i x"],
  "makes the chain c": ["-N c", "--new c", "--new-chain c"],
  "deletes all chains that are empty": ["-X"],
  "deletes the chain c": ["-X c", "--delete-chain c"],
  "sets the policy of c to DROP": ["-P c DROP", "--policy c DROP"],
  "renames the chain c to d": ["-E c d", "--rename-chain c d"],
};

test.each(Object.entries(READ).flatMap(([changes, lines]) => lines.map((line) => [line, changes] as const)))(
  "`iptables %s` %s",
  (line, changes) => {
    expect(planFor(`iptables ${line}`)).toMatchObject({ kind: "undoable", changes });
  },
);

test.each([
  ["-A c -i x", "filter"],
  ["-t nat -A c -i x", "nat"],
  ["-tnat -A c -i x", "nat"],
  ["-A c --table nat -i x", "nat"],
  ["-A c --table=nat -i x", "nat"],
])("`iptables %s` is about the table %s", async (line, table) => {
  expect((await wayBack(`iptables ${line}`, {})).planned).toEqual([`iptables -w -t ${table} -D c -i x`]);
});

test.each([
  ["-L", "none"],
  ["-S c", "none"],
  ["-C c -i x", "none"],
  ["-h", "none"],
  ["--help", "none"],
  ["-V", "none"],
  ["--version", "none"],
  ["-V -h", "none"],
  ["--list", "none"],
  ["--list-rules c", "none"],
  ["--check c -i x", "none"],
  ["--flush", "unknown"],
  ["--zero c 1", "unknown"],
  ["-A c -D c", "unknown"],
  ["-i x", "unknown"],
  ["--constructor c", "unknown"],
  ["", "none"],
  ["-V -i x", "unknown"],
  ["-hx", "unknown"],
  ["x-h", "unknown"],
  // Without a chain, iptables refuses it
  ["-A ! -i x", "none"],
  ["-A -i x", "none"],
  ["-N", "none"],
  ["-R c x", "none"],
  ["-R c 1x", "none"],
  ["-R c 08", "none"],
  ["-F", "unknown"],
  ["-Z", "unknown"],
])("`iptables %s` is %s", (line, kind) => {
  expect(planFor(`iptables ${line}`).kind).toBe(kind as "none");
});
