/**
 * What `scripts/bench star` takes.
 */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { CONTENDERS } from "../../../scripts/bench.d/contenders/all.ts";
import { readStarOptions, type StarOptions } from "../../../scripts/bench.d/star/options.ts";
import { BARE } from "../../support/wirework.ts";
import { pattern } from "../../support/naming.ts";

function read(...argv: readonly string[]): StarOptions {
  return readStarOptions(argv, CONTENDERS);
}

test("nothing: everybody builds four sizes, five times, as tables", () => {
  expect(read()).toEqual({
    counts: [10, 100, 200, 1000],
    rounds: 5,
    contenders: CONTENDERS,
    form: "text",
    limits: "kept",
  });
});

test("sizes are measured once each, the smallest first", () => {
  expect(read("--count", "200,3,200,10").counts).toEqual([3, 10, 200]);
});

test("contenders stay in the order of the table, which says whom they are compared with", () => {
  expect(read("--only", "article,floor").contenders.map(({ name }) => name)).toEqual(["floor", "article"]);
});

test("--json and --all", () => {
  expect(read("--json", "--all")).toMatchObject({ form: "json", limits: "ignored" });
});

describe("what it doesn't understand it names, with what there is", () => {
  test.each<readonly [argv: readonly string[], values: readonly (string | number)[]]>([
    [
      ["--count", "0"],
      ['"0" as a number of containers', 1],
    ],
    [
      ["--count", "1023"],
      ['"1023"', 1022],
    ],
    [
      ["--count", "10,"],
      ['""', "digits"],
    ],
    [
      ["--count", "1e3"],
      ['"1e3"', "digits"],
    ],
    [
      ["--rounds", "-1"],
      ['"--rounds"', '"--rounds=-1"'],
    ],
    [
      ["--round", "1"],
      ['"--round"', '"--rounds"'],
    ],
    [["--only", "flor"], [`Unknown contender "flor": there are ${CONTENDERS.map(({ name }) => name).join(", ")}`]],
    [["200"], ['"200"']],
  ])("%j", (argv, values) => {
    expect(() => read(...argv)).toThrow(pattern(values));
  });
});

test("--help names all contenders and options", async () => {
  const bench = join(import.meta.dir, "../../../scripts/bench");
  const text = await Bun.spawn([bench, "--help"], { env: BARE, stderr: "inherit" }).stdout.text();
  for (const { name } of CONTENDERS) expect(text).toContain(name);
  for (const option of ["--count", "--rounds", "--only", "--all", "--json"]) expect(text).toContain(option);
});
