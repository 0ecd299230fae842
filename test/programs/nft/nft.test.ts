/**
 * What `nft` adds goes by its name or number, and what it deletes comes back, as far as nothing else goes with it.
 */
import { describe, expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";
import { stillOurs } from "../../../lib/labs/still-ours/still-ours.ts";
import type { Identity } from "../../../lib/resources/identity.ts";
import { HERE, type Host, lookOn, planFor, wayBack } from "../../shell/invert/host-with.ts";

const LIST = "nft --stateless --handle list table ip t";

/** A host whose table has a chain with these rules */
function rules(...all: readonly string[]): Host {
  const printed = ["table ip t { # handle 1", "\tchain c { # handle 1", ...all.map((one) => `\t\t${one}`), "\t}", "}"];
  return { prints: { [LIST]: printed.join("\n") } };
}

const EMPTY: Host = { prints: { [LIST]: "table ip t { # handle 1\n}" } };

describe("a rule", () => {
  test("is deleted by the number that it got, also among those that say the same", async () => {
    const way = await wayBack(
      "nft add rule t c accept",
      rules("accept # handle 2"),
      rules("accept # handle 2", "accept # handle 7"),
    );
    expect(way.done).toEqual(["nft delete rule ip t c handle 7"]);
  });

  test("whose number nobody knows yet is known by being new", async () => {
    const takes = (await wayBack("nft add rule t c accept", rules("accept # handle 2"))).steps[0];
    const identity: Identity | null = takes?.kind === "command" ? takes.takes : null;
    const standing = (host: Host) => (identity === null ? null : stillOurs(identity, lookOn(host)));
    expect(await standing(rules("accept # handle 2"))).toBe("gone");
    expect(await standing(rules("accept # handle 2", "drop # handle 7"))).toBe("ours");
    expect(await standing(rules("drop # handle 7", "accept # handle 8"))).toBe("another's");
  });

  test.each<[handle: number, line: string]>([
    [2, "nft insert rule ip t c accept"],
    [5, "nft add rule ip t c index 0 'tcp dport 80 drop'"],
  ])("%d that is deleted comes back at its place", async (handle, line) => {
    const before = ["accept # handle 2", "tcp dport 80 drop # handle 5"];
    const after = before.filter((one) => !one.endsWith(` ${handle}`));
    expect((await wayBack(`nft delete rule t c handle ${handle}`, rules(...before), rules(...after))).done).toEqual([
      line,
    ]);
  });
});

describe("what others have put there", () => {
  test.each<[line: string, host: Host, reason: string]>([
    ["nft delete table ip t", rules(), "everything in the table t would be lost, whoever added it"],
    [
      "nft delete chain ip t c",
      rules("accept # handle 2"),
      "the rules of the chain c would be lost, whoever added them",
    ],
  ])("keeps `%s` from running", async (line, host, reason) => {
    const plan = planFor(line);
    const prepared = plan.kind === "undoable" ? plan.prepare(lookOn(host)) : null;
    expect(prepared).rejects.toThrow(expect.objectContaining({ cause: reason }));
  });

  test("keeps a table or a chain that was made", async () => {
    const made = {
      kind: "nft",
      network: HERE,
      family: "ip",
      table: "t",
      change: "made",
      handle: null,
      text: null,
      before: [],
    } as const;
    const table = (host: Host) => stillOurs({ ...made, of: "table", chain: null }, lookOn(host));
    const chain = (host: Host) => stillOurs({ ...made, of: "chain", chain: "c" }, lookOn(host));
    expect([await table({}), await table(EMPTY), await table(rules())]).toEqual(["gone", "ours", "another's"]);
    expect([await chain(EMPTY), await chain(rules()), await chain(rules("accept # handle 2"))]).toEqual([
      "gone",
      "ours",
      "another's",
    ]);
  });
});

describe("each word has a meaning", () => {
  test.each([
    `nft add rule inet t c iifname "eth0" ip saddr != 10.0.0.0/8 tcp dport { 22, 80 } ct state new, established counter accept`,
    "nft add rule t c 'ip saddr . tcp dport { 10.0.0.1 . 22 } limit rate over 10/second burst 5 packets drop'",
    "nft insert rule t c index 3 tcp flags '&' syn == syn tcp dport vmap { 22 : accept, 80 : jump x }",
    "nft add rule t c meta mark set 7 ct mark set 8 log prefix 'x ' level warn reject with tcp reset",
    "nft add rule ip t c oifname eth0 masquerade",
    "nft add rule t c tcp dport 80 dnat to 10.0.0.1:8080 comment '\"some text\"'",
    "nft add rule ip6 t c icmpv6 type echo-request reject with icmpv6 type admin-prohibited",
    "nft add chain t c { type filter hook input priority 0\\; policy drop\\; }",
    "nft delete rule t c handle 7",
    "sudo nft -a list ruleset",
  ])("of `%s`", (line) => {
    expect(explainLine(line).words.filter(({ means }) => means === null)).toEqual([]);
  });
});

test("a rule's number is looked up where nobody has seen it", () => {
  expect(explainLine("sudo nft add rule ip t c accept").undo).toEqual([
    { say: "`sudo nft delete rule ip t c handle HANDLE`, with the handle that `nft -a list chain ip t c` prints now" },
  ]);
  expect(explainLine("nft add table t").undo).toEqual([{ type: "nft delete table ip t" }]);
});

test.each<[line: string, missing: readonly string[]]>([
  ["nft add rule", ["the table, which holds chains", "the chain, which holds rules"]],
  ["nft add rule t c", ["a match and a statement: tcp dport 80 accept"]],
  ["nft add chain t", ["the chain, which holds rules"]],
  ["nft delete rule t c", ["handle, and the rule's number"]],
])("`%s` lacks %j", (line, missing) => {
  expect(explainLine(line).missing).toEqual([...missing]);
});

test.each(["nft", "nft list ruleset", "nft -a list table ip t", "nft -c add table t", "nft monitor"])(
  "`%s` changes nothing",
  (line) => {
    expect(planFor(line)).toEqual({ kind: "none" });
  },
);
