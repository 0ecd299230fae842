/**
 * Words are parsed by a grammar, each with its meaning; what the grammar does not have is left unread.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import type { Grammar } from "../../lib/programs/grammar.ts";
import { parse, plainWords } from "../../lib/programs/parse.ts";
import { IP } from "../../lib/programs/ip/ip.ts";
import type { Verb } from "../../lib/programs/verb.ts";

const INNER: Grammar = {
  operands: [],
  words: { deep: { means: "deep", takes: [{ name: "depth", means: "how deep" }] } },
};

const GRAMMAR: Grammar = {
  operands: [
    { name: "one", means: "the first", values: { special: "a special one" } },
    { name: "two", means: "the second" },
  ],
  kinds: { kind: "a kind" },
  words: {
    up: { means: "up" },
    mtu: { means: "mtu", takes: [{ name: "mtu", means: "bytes" }], before: { lock: "locked" } },
    qlen: { means: "queue", takes: [{ name: "length", means: "packets" }], same: "length" },
    master: { means: "master", takes: [{ name: "master", means: "a bridge" }], short: true },
    masters: { means: "several", short: true },
    type: { means: "type", takes: [{ name: "kind", means: "which" }], leads: INNER },
    rest: { means: "unread", leads: "rest" },
  },
};

const read = (line: string) => parse(GRAMMAR, plainWords(line === "" ? [] : line.split(" ")));

describe("what is said", () => {
  test.each<readonly [line: string, said: Readonly<Record<string, string>>]>([
    ["", {}],
    ["A", { one: "A" }],
    ["A B", { one: "A", two: "B" }],
    ["up A", { up: "up", one: "A" }],
    ["A mtu 7 up", { one: "A", mtu: "7", up: "up" }],
    ["mtu lock 7 A", { mtu: "7", one: "A" }],
    ["qlen 7", { length: "7" }],
    ["ma br0", { master: "br0" }],
    ["masters", { masters: "masters" }],
    ["mt 7", { one: "mt", two: "7" }],
    ["kind A", { kind: "kind", one: "A" }],
    ["A kind", { one: "A", two: "kind" }],
    ["kind kind", { kind: "kind", one: "kind" }],
    // What a kind is of follows it at once
    ["kind up", { kind: "kind", one: "up" }],
    ["constructor", { one: "constructor" }],
    ["mtu constructor", { mtu: "constructor" }],
    ["type t deep 7", { kind: "t" }],
    ["mtu", {}],
    ["mtu 7 mtu 8", { mtu: "8" }],
  ])("by `%s` is %j", (line, said) => {
    expect(read(line).said).toEqual({ ...said });
  });

  test("behind a keyword that leads to another grammar is read by that", () => {
    const { inner, order, lost } = read("A type t deep 7");
    expect(inner).toMatchObject({ said: { depth: "7" }, order: [{ name: "deep", values: ["7"] }] });
    expect(order).toEqual([{ name: "type", values: ["t", "deep", "7"] }]);
    expect(lost).toBeNull();
  });

  test("is kept in its order, with what follows each keyword", () => {
    expect(read("mtu lock 7 A up qlen 3").order).toEqual([
      { name: "mtu", values: ["lock", "7"] },
      { name: "up", values: [] },
      { name: "length", values: ["3"] },
    ]);
  });
});

describe("a word that nobody knows", () => {
  test.each<readonly [line: string, lost: string | null]>([
    ["A B", null],
    ["A B C", "C"],
    ["A B up C", "C"],
    ["rest", null],
    ["rest more words", "more"],
    ["type t other", "other"],
    ["type t deep 7 other", "other"],
  ])("of `%s` is %p", (line, lost) => {
    expect(read(line).lost).toBe(lost);
  });
});

describe("what is missing behind a keyword", () => {
  test.each<readonly [line: string, missing: readonly string[]]>([
    ["A up", []],
    ["A mtu", ["after mtu, bytes"]],
    ["A mtu lock", ["after mtu, bytes"]],
    ["ma", ["after ma, a bridge"]],
    ["type t deep", ["after deep, how deep"]],
  ])("of `%s` is %j", (line, missing) => {
    expect(read(line).missing).toEqual([...missing]);
  });
});

test("each word has its meaning, as it stands there", () => {
  const { meanings } = read("up special mtu lock 7 B type t deep 7 what");
  expect(meanings.map(({ word, means }) => [word, means])).toEqual([
    ["up", "up"],
    ["special", "a special one"],
    ["mtu", "mtu"],
    ["lock", "locked"],
    ["7", "bytes"],
    ["B", "the second"],
    ["type", "type"],
    ["t", "which"],
    ["deep", "deep"],
    ["7", "how deep"],
    ["what", null],
  ]);
});

test("whatever is typed, each word is told once, in its order", () => {
  const verbs = verbsIn(IP);
  const words = verbs.flatMap(({ grammar }) => Object.keys(grammar.words));
  const line = fc.array(fc.oneof(fc.constantFrom(...words, "A", "10.1.1.1/24", "default"), fc.string()), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.constantFrom(...verbs), line, ({ grammar }, typed) => {
      const { meanings, lost } = parse(grammar, plainWords(typed));
      expect(meanings.map(({ word }) => word)).toEqual(typed);
      if (lost === null) expect(meanings.every(({ means }) => means !== null)).toBeTrue();
    }),
    { numRuns: 2000 },
  );
});

function verbsIn({ words }: Grammar): readonly Verb[] {
  return Object.values(words).flatMap(({ leads }) => {
    if (leads === undefined || typeof leads === "string") return [];
    return "touches" in leads ? [leads] : verbsIn(leads);
  });
}
