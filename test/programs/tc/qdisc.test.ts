/**
 * What `tc qdisc` changes goes back, as far as what was there can be written; netem, too, which not every kernel has.
 */
import { describe, expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";
import { type ShownQdisc, qdiscWords } from "../../../lib/resources/qdisc/qdisc-words.ts";
import { type Host, lookOn, planFor, together, wayBack } from "../../shell/invert/host-with.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

const SHOW = "tc -details -raw -json qdisc show dev A";

/** A link that has these */
function having(...all: readonly Partial<ShownQdisc>[]): Host {
  return together(linksWith({ A: {} }), { prints: { [SHOW]: JSON.stringify(all) } });
}

const DEFAULT = { kind: "noqueue", handle: "0:", root: true };
const NETEM = {
  kind: "netem",
  handle: "5:",
  root: true,
  options: { limit: 1000, delay: { delay: 0.1, jitter: 0, correlation: 0 }, ecn: false, gap: 0 },
};
const JITTER = { ...NETEM, options: { ...NETEM.options, delay: { delay: 0.1, jitter: 0.01, correlation: 0 } } };
const HTB = { kind: "htb", handle: "1:", root: true, options: { default: "0x10" } };
const FIFO = { kind: "pfifo", handle: "7:", parent: "1:10", options: { limit: 7 } };

describe("on a kernel that has netem", () => {
  test("one that is added is removed", async () => {
    const way = await wayBack("tc qdisc add dev A root netem delay 100ms 10ms", having(DEFAULT), having(JITTER));
    expect([way.planned, way.done]).toEqual([["tc qdisc del dev A root"], ["tc qdisc del dev A root"]]);
  });

  test("one that is there comes back by its words", async () => {
    const way = await wayBack("tc qdisc del dev A root", having(NETEM), having(DEFAULT));
    expect(way.done).toEqual(["tc qdisc replace dev A root handle 5: netem limit 1000 delay 100000us"]);
  });

  test.each<[options: object, words: string | null]>([
    [{ limit: 7, "loss-random": { loss: 0.005, correlation: 0 } }, "handle 5: netem limit 7 loss 0.5%"],
    [
      { limit: 7, duplicate: { duplicate: 0.01 }, corrupt: { corrupt: 0.25 } },
      "handle 5: netem limit 7 duplicate 1% corrupt 25%",
    ],
    [{ limit: 7, duplicate: { duplicate: 0.01, correlation: 0.5 } }, null],
    [{ limit: 7, "loss-gemodel": { p: 0.01 } }, null],
    [{ limit: 7, rate: { rate: 125000 } }, null],
    [{ limit: 7, ecn: true }, null],
  ])("%j is written as %j", (options, words) => {
    expect(qdiscWords({ ...NETEM, options: { ...options } })).toBe(words);
  });
});

describe("what can't come back is not touched", () => {
  test.each<[line: string, host: Host, reason: string]>([
    ["tc qdisc del dev A root", having(JITTER), "wirework cannot write all settings of the netem there"],
    ["tc qdisc replace dev A root pfifo", having(HTB), "wirework cannot write all settings of the htb there"],
    [
      "tc qdisc del dev A root",
      having({ ...NETEM, handle: "1:" }, FIFO),
      "another queueing discipline is attached to the netem",
    ],
    ["tc qdisc add dev A parent 5:1 pfifo", having(NETEM), "a class of netem does not get its default back"],
    [
      "tc qdisc del dev A clsact",
      together(having(DEFAULT, { kind: "clsact", handle: "ffff:", parent: "ffff:fff1" }), {
        prints: { "tc filter show dev A egress": "filter protocol all pref 1 bpf" },
      }),
      "filters are attached to the clsact there",
    ],
  ])("by `%s`", async (line, host, reason) => {
    const plan = planFor(line);
    const prepared = plan.kind === "undoable" ? plan.prepare(lookOn(host)) : null;
    expect(prepared).rejects.toThrow(expect.objectContaining({ cause: expect.stringContaining(reason) as string }));
  });

  test("a class of htb has a default of its own again", async () => {
    const way = await wayBack("tc qdisc add dev A parent 1:10 pfifo", having(HTB), having(HTB, FIFO));
    expect(way.done).toEqual(["tc qdisc del dev A parent 1:10"]);
  });
});

describe("each word has a meaning", () => {
  test.each([
    "tc qdisc add dev A root netem delay 100ms 10ms 25% distribution normal limit 100",
    "tc qdisc add dev A root netem loss random 1% 25% duplicate 1% corrupt 0.1% reorder 25% 50% gap 5",
    "tc qdisc add dev A root netem loss gemodel 1% 10% 70% 0.1% ecn",
    "tc qdisc add dev A root netem loss state 1% 2% rate 1mbit 20 100 5",
    "tc qdisc add dev A root netem slot 800us 1ms packets 32 bytes 64000",
    "tc qdisc add dev A root netem slot distribution normal 10ms",
    "tc qdisc add dev A root tbf limit 10kb latency 5ms burst 10kb mpu 64 rate 1mbit peakrate 2mbit mtu 3000 overhead 14 linklayer atm",
    "tc qdisc add dev A root prio bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1",
    "tc qdisc add dev A root fq_codel limit 7 target 5ms interval 100ms quantum 300 flows 8 noecn",
    "tc qdisc add dev A root sfq perturb 10",
    "tc qdisc add dev A parent 1:10 handle 10: htb default 10 r2q 5",
  ])("of `%s`", (line) => {
    const { words, undo, changes } = explainLine(line);
    expect(words.filter(({ means }) => means === null)).toEqual([]);
    expect(undo).toEqual([{ type: `tc qdisc del dev A ${line.includes("parent") ? "parent 1:10" : "root"}` }]);
    expect(changes).toContain("sets the queueing discipline");
  });
});

test.each<[line: string, missing: readonly string[]]>([
  [
    "tc qdisc add",
    [
      "dev, and the interface",
      "root, ingress, or parent and a class",
      "its kind: pfifo, bfifo, pfifo_fast, noqueue, tbf, netem",
    ],
  ],
  ["tc qdisc add dev A root", ["its kind: pfifo, bfifo, pfifo_fast, noqueue, tbf, netem"]],
  ["tc qdisc del dev A", ["root, ingress, or parent and a class"]],
])("`%s` lacks %j", (line, missing) => {
  expect(explainLine(line).missing).toEqual([...missing]);
});

test.each([
  "tc",
  "tc qdisc",
  "tc -s qdisc show dev A",
  "tc q ls",
  "tc class show dev A",
  "tc monitor",
  "tc nonsense add",
])("`%s` changes nothing", (line) => {
  expect(planFor(line)).toEqual({ kind: "none" });
});
