/**
 * What `scripts/bench star` takes.
 */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { CONTENDERS } from "../../../scripts/bench.d/contenders/all.ts";
import { readStarOptions, type StarOptions } from "../../../scripts/bench.d/star/options.ts";
import { BARE } from "../../support/wirework.ts";

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
  test.each([
    [["--count", "0"], 'Cannot use "0" as a number of containers: the smallest is 1'],
    [["--count", "1023"], 'Cannot use "1023" as a number of containers: the largest is 1022'],
    [["--count", "10,"], 'Cannot use "" as a number of containers: it is written in decimal digits only'],
    [["--count", "1e3"], 'Cannot use "1e3" as a number of containers: it is written in decimal digits only'],
    [["--rounds", "-1"], 'Option "--rounds" needs a value: one that begins with a hyphen is written "--rounds=-1"'],
    [["--round", "1"], 'Unknown option "--round": did you mean "--rounds"?'],
    [["--only", "flor"], `Unknown contender "flor": there are ${CONTENDERS.map(({ name }) => name).join(", ")}`],
    [["200"], 'Unexpected "200": only options are taken here'],
  ])("%j", (argv, message) => {
    expect(() => read(...argv)).toThrow(message);
  });
});

test("--help names all contenders and options", async () => {
  const bench = join(import.meta.dir, "../../../scripts/bench");
  const text = await Bun.spawn([bench, "--help"], { env: BARE, stderr: "inherit" }).stdout.text();
  for (const { name } of CONTENDERS) expect(text).toContain(name);
  for (const option of ["--count", "--rounds", "--only", "--all", "--json"]) expect(text).toContain(option);
});
