/**
 * Options of `nft` are read as getopt_long(3) reads them: with their values, some of which make a line harmless or unknown.
 */
import { describe, expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";
import { NFT } from "../../../lib/programs/nft/nft.ts";
import { OPTIONS } from "../../../lib/programs/nft/nft-options.ts";
import { plainWords } from "../../../lib/programs/parse.ts";
import { PROGRAMS } from "../../../lib/programs/table.ts";
import { ON_HOST } from "../../../lib/resources/entering.ts";

const read = (line: string) => PROGRAMS["nft"]?.reads?.(plainWords(line.split(" ")), ON_HOST);

const VALUED = Object.keys(OPTIONS).filter((name) => (NFT.words[name]?.takes ?? []).length > 0);

describe("a change is found behind", () => {
  test.each([
    "-a",
    "-an",
    "-ajnS",
    "--handle --echo",
    "-I add",
    "-Iadd",
    "--includepath=add",
    "-D x=-c",
    "-aD x=7",
    "--define x=7",
    "-d all",
    "-o --",
  ])("%s", (options) => {
    expect(read(`${options} add table t`)).toMatchObject({ parsed: { said: { table: "t" } } });
  });
});

test.each([
  "-c add table t",
  "-ac add table t",
  "--check delete table t",
  "-h",
  "-ah add table t",
  "--version",
  "-V add table t",
  "-c -f rules",
  "-cf rules",
  "-f rules -c",
])("`%s` changes nothing", (line) => {
  expect(read(line)).toBeNull();
});

test.each([
  ["-f rules", "wirework does not read the lines of its file"],
  ["-af rules", "wirework does not read the lines of its file"],
  ["-frules", "wirework does not read the lines of its file"],
  ["--file=rules", "wirework does not read the lines of its file"],
  ["-fc", "wirework does not read the lines of its file"],
  ["-i", "wirework does not read the lines of its file"],
  ["-x add table t", "wirework does not know what -x does to nft"],
  ["--fil rules", "wirework does not know what --fil does to nft"],
  ["-I add table t", "wirework does not know how `nft table` is undone"],
  ["-- -c add table t", "wirework does not know how `nft -c` is undone"],
  ["frobnicate table t", "wirework does not know how `nft frobnicate` is undone"],
  ["-j {}", "wirework does not know how `nft {}` is undone"],
  ["reset counters", "wirework does not know how `nft reset` is undone"],
])("nobody knows what undoes `%s`: %s", (line, reason) => {
  expect(read(line)).toBe(reason);
});

test("a line in quotes is not read as one that changes nothing", () => {
  expect(PROGRAMS["nft"]?.reads?.(plainWords(["add table t"]), ON_HOST)).toContain("leave the quotes");
});

test.each(Object.keys(OPTIONS))("%s is explained, with what follows it", (option) => {
  const line = ["nft", option, ...(VALUED.includes(option) ? ["x=7"] : []), "list", "ruleset"].join(" ");
  const { words, kernel } = explainLine(line);
  expect(words.filter(({ means }) => means === null)).toEqual([]);
  expect(kernel.length).toBeGreaterThan(0);
});

test("a line that only checks says so, and that it changes nothing", () => {
  expect(explainLine("nft -c add table t")).toMatchObject({
    changes: "nothing",
    kernel: ["checks the change, and makes none"],
    undo: [],
  });
});
