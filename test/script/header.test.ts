/**
 * How a script begins.
 */
import { describe, expect, test } from "bun:test";

import { loadRecipe } from "../../lib/recipe/load.ts";
import { commentLines, headerLines, preflightLines } from "../../lib/script/header.ts";
import { bashText } from "../../lib/script/functions.ts";
import { fileWith } from "../support/recipe-file.ts";
import { lineOf } from "./typed-commands.ts";

function loaded(permissions: string, more = "") {
  const text = `import { recipe } from "wirework";
export default recipe({ summary: "A test's", ${more} options: {}, permissions: { ${permissions} }, async run() {} });`;
  return loadRecipe(fileWith(text, "my link.ts"));
}

test("with what it is, how it was written, and how it is run", async () => {
  const recipe = await loaded('run: ["docker", "ip"]');
  const [shebang, ...lines] = headerLines(recipe, { from: "10.1.1.1", to: "a b" });
  expect(shebang).toBe("#!/usr/bin/env bash");
  expect(lines).toEqual([
    "# my link: A test's",
    `# Written by: wirework script '${recipe.reference}' --from 10.1.1.1 --to 'a b'`,
    "#",
    "#   bash 'my link.sh' [--keep]",
    "#",
    expect.stringMatching(/^# /),
    expect.stringMatching(/^# .*\bDocker, and root or sudo\.$/),
    "set -euo pipefail",
    "NAME='my link'",
  ]);
});

test("without Docker where it needs none, and with the article's section where it has one", async () => {
  const lines = headerLines(await loadRecipe("point-to-point"), {});
  const { recipe } = await loadRecipe("point-to-point");
  expect(lines.slice(2, 2 + recipe.builds.length)).toEqual(recipe.builds.map((line) => `#   ${line}`.trimEnd()));
  expect(lines[2 + recipe.builds.length]).toContain(`"${recipe.article}"`);
  expect(headerLines(await loaded('run: ["ip"]'), {}).join("\n")).not.toContain("Docker");
});

describe("with what must be so before", () => {
  const preflight = async (modules: string, ...lines: readonly string[]) =>
    preflightLines(
      (await loaded(`run: [], modules: [${modules}]`)).recipe,
      ["ip", "a b"],
      lines.map((line) => ({ kind: "line" as const, line: lineOf(line) })),
    );
  const USUAL = [bashText("usage"), "", "PROGRAMS=(ip 'a b')", bashText("start")];

  test("of all scripts", async () => {
    expect(
      await preflight(
        "",
        "ip link",
        "sudo service docker start",
        "echo service docker stop",
        "sudo service other stop",
      ),
    ).toEqual(USUAL);
  });

  test("of one that needs the module", async () => {
    expect(await preflight('"br_netfilter"')).toEqual([...USUAL, bashText("start-netfilter")]);
  });

  test.each([
    "sudo service docker stop",
    "sudo service docker restart",
    "sudo systemctl stop docker",
    "sudo systemctl restart docker",
    "echo a | sudo service docker stop",
  ])("of one that has %s", async (line) => {
    expect(await preflight("", "ip link", line)).toEqual([...USUAL, bashText("start-alone")]);
  });

  test("of one that has both", async () => {
    const step = { kind: "step" as const, comment: ["service docker stop"] };
    const { recipe } = await loaded("run: []");
    expect(preflightLines(recipe, [], [step])).toEqual([bashText("usage"), "", "PROGRAMS=()", bashText("start")]);
    expect(await preflight('"br_netfilter"', "sudo service docker stop")).toEqual([
      ...USUAL,
      bashText("start-netfilter"),
      bashText("start-alone"),
    ]);
  });
});

test.each([
  ["a\n b \n\nc", ["# a", "#  b", "#", "# c"]],
  ["", ["#"]],
])("%j as comments is %j", (text, lines) => {
  expect(commentLines(text)).toEqual(lines);
});
