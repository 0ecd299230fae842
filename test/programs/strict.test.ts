/**
 * Words of a line that wirework performs itself are each known, of their type, and said once.
 */
import { describe, expect, test } from "bun:test";

import type { Grammar } from "../../lib/programs/grammar.ts";
import { parse, plainWords } from "../../lib/programs/parse.ts";
import { NotOurs, strictly } from "../../lib/programs/strict.ts";

const MTU = {
  name: "mtu",
  means: "bytes",
  reads: (text: string) => {
    if (!/^\d+$/.test(text)) throw new RangeError("Cannot read it");
    return Number(text);
  },
};
const LINK = { name: "link", means: "the interface", reads: (text: string) => text };
/** A parameter of the same name, which wirework leaves to the program */
const VRF = { name: "link", means: "a VRF" };

const GRAMMAR: Grammar = {
  operands: [LINK],
  kinds: { blackhole: "a kind" },
  words: {
    dev: { means: "dev", takes: [LINK] },
    mtu: { means: "mtu", takes: [MTU], before: { lock: "locked" }, short: true },
    vrf: { means: "vrf", takes: [VRF] },
    up: { means: "up" },
    down: { means: "down" },
    nodad: { means: "nodad" },
    type: {
      means: "type",
      takes: [{ name: "type", means: "which" }],
      leads: { operands: [], words: {} },
      leadsBy: { deep: { operands: [], words: { mtu: { means: "another mtu", takes: [MTU] } } } },
    },
  },
};

const TABLE = { mtu: MTU, dev: LINK, state: ["up", "down"], kind: ["blackhole"] } as const;

const read = (line: string) => parse(GRAMMAR, plainWords(line === "" ? [] : line.split(" ")));

describe("what is said", () => {
  test.each<readonly [line: string, values: ReturnType<typeof strictly<typeof TABLE>>]>([
    ["", {}],
    ["A", { dev: "A" }],
    ["dev A mtu 7", { dev: "A", mtu: 7 }],
    ["m 7 A", { mtu: 7, dev: "A" }],
    ["A up down up", { dev: "A", state: "up" }],
    ["blackhole A", { kind: "blackhole", dev: "A" }],
  ])("by `%s` is %j", (line, values) => {
    expect(strictly(read(line), TABLE)).toEqual(values);
  });

  test("behind another grammar's word is read by that one's", () => {
    const { inner } = read("vrf B type deep mtu 7");
    expect(inner === null ? null : strictly(inner, { size: MTU })).toEqual({ size: 7 });
  });

  test("is what the shell has read of it, not what was typed", () => {
    expect(strictly(parse(GRAMMAR, [{ typed: '"A"', text: "A" }]), TABLE)).toEqual({ dev: "A" });
  });
});

describe("the real program is left", () => {
  test.each([
    ["a word that is not of its type", "A mtu seven"],
    ["a word that is missing", "A mtu"],
    ["a word said twice", "A mtu 7 mtu 7"],
    ["a name said twice, once by itself", "A dev A"],
    ["a word that nobody here knows", "A B"],
    ["an unknown word behind another grammar's", "A type deep B"],
    ["a keyword that is not in the table", "A nodad"],
    ["another parameter of a name that is", "vrf A"],
    ["a word before another", "A mtu lock 7"],
  ])("%s", (_, line) => {
    expect(() => strictly(read(line), TABLE)).toThrow(NotOurs);
  });
});
