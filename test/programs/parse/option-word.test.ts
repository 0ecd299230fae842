/**
 * Options are read as getopt_long(3) reads them, and those of Docker's client as pflag does.
 */
import { describe, expect, test } from "bun:test";

import type { Grammar } from "../../../lib/programs/grammar.ts";
import { attached, flags, grammar, operand, several, word } from "../../../lib/programs/grammar-parts.ts";
import { parse, plainWords } from "../../../lib/programs/parse.ts";
import { isSaid, textsOf, unknownWord } from "../../../lib/programs/terms.ts";

const MODE = operand("mode", "the mode");
const LOG = attached("log", "how much");
const FILE = several("file", "the file");

const WORDS = {
  "-s": word("short"),
  "--symbolic": { ...word("short"), same: "-s" },
  "-f": word("forced"),
  "-m": word("mode", MODE),
  "--mode": word("mode", MODE),
  "-q": word("logs", LOG),
  "--log": word("logs", LOG),
};

function read(one: Grammar, line: string) {
  const parsed = parse(one, plainWords(line.split(" ")));
  return {
    s: isSaid(parsed, "-s"),
    f: isSaid(parsed, "-f"),
    mode: textsOf(parsed, MODE),
    log: textsOf(parsed, LOG),
    file: textsOf(parsed, FILE),
    unknown: unknownWord(parsed),
  };
}

const NOTHING = { s: false, f: false, mode: [], log: [], file: [], unknown: null };

describe("getopt_long(3)", () => {
  const GETOPT = grammar({ words: WORDS, operands: [FILE] });

  test.each([
    ["-s", { s: true }],
    ["--symbolic", { s: true }],
    ["-sf a", { s: true, f: true, file: ["a"] }],
    ["a -s b", { s: true, file: ["a", "b"] }],
    ["-m 7 a", { mode: ["7"], file: ["a"] }],
    ["-m7 a", { mode: ["7"], file: ["a"] }],
    ["-m=7 a", { mode: ["=7"], file: ["a"] }],
    ["-sm 7 a", { s: true, mode: ["7"], file: ["a"] }],
    ["-sm7f a", { s: true, mode: ["7f"], file: ["a"] }],
    ["--mode 7 -m 8", { mode: ["7", "8"] }],
    ["--mode=7", { mode: ["7"] }],
    ["-q a", { file: ["a"] }],
    ["-qall a", { log: ["all"], file: ["a"] }],
    ["--log=all", { log: ["all"] }],
    ["-s -- -f a", { s: true, file: ["-f", "a"] }],
    ["a -- -- --mode", { file: ["a", "--", "--mode"] }],
    ["-", { file: ["-"] }],
    ["-x a", { file: ["a"], unknown: "-x" }],
    ["-sx a", { file: ["a"], unknown: "-sx" }],
    ["--symbolic=x a", { file: ["a"], unknown: "--symbolic=x" }],
    ["--symb a", { file: ["a"], unknown: "--symb" }],
  ])("reads `%s` as %j", (line, said) => {
    expect<unknown>(read(GETOPT, line)).toEqual({ ...NOTHING, ...said });
  });

  test.each([
    ["-m", ["after -m, the mode"]],
    ["-sm", ["after -sm, the mode"]],
    ["--mode=", ["after --mode=, the mode"]],
  ])("misses the value in `%s`", (line, missing) => {
    expect(parse(GETOPT, plainWords([line])).missing).toEqual(missing);
  });
});

test("options in one word are kept in their order, with the values of each", () => {
  const { order } = parse(
    grammar({ words: WORDS, operands: [FILE] }),
    plainWords("-sfm 7 -m8 --mode=9 a -s".split(" ")),
  );
  expect(order).toEqual([
    { name: "-s", values: [] },
    { name: "-f", values: [] },
    { name: "-m", values: ["7"] },
    { name: "-m", values: ["8"] },
    { name: "--mode", values: ["9"] },
    { name: "-s", values: [] },
  ]);
});

test.each([
  ["-sf a", { s: true, f: true, file: ["a"] }],
  ["-m=7 a", { mode: ["7"], file: ["a"] }],
  ["-m7 a", { mode: ["7"], file: ["a"] }],
  ["-qs a", { s: true, file: ["a"] }],
  ["-q=true a", { log: ["true"], file: ["a"] }],
  ["--log=false", { log: ["false"] }],
])("pflag reads `%s` as %j", (line, said) => {
  expect<unknown>(read(flags({ words: WORDS, operands: [FILE] }), line)).toEqual({ ...NOTHING, ...said });
});

test("a program with long names of one hyphen has each word for itself", () => {
  const one = grammar({ words: WORDS, operands: [FILE], hyphens: "alone" });
  expect(read(one, "-sf a")).toEqual({ ...NOTHING, file: ["a"], unknown: "-sf" });
});

test("behind a word that nobody knows nothing is known, unless each word says by itself what it is", () => {
  const parsed = (unknown: Partial<Grammar>) =>
    parse(grammar({ words: WORDS, ...unknown }), plainWords(["--limit", "3/s", "-m", "7"]));
  expect(parsed({})).toMatchObject({ lost: "3/s", belongs: [null, null, null, null], said: {} });
  expect(parsed({ unknown: "alone" })).toMatchObject({
    lost: "3/s",
    belongs: [null, null, "-m", "-m"],
    said: { mode: "7" },
  });
});
