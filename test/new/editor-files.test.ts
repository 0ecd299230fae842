/**
 * The types that are written beside a recipe: they say what the module itself says.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { editorFiles } from "../../lib/new/editor-files.ts";
import { recipeNames } from "../../lib/recipe/load.ts";
import { EDITOR_TYPES, editorTypes } from "../../scripts/docs.d/editor-types.ts";
import { fencedIn } from "../support/examples.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const PROJECT = join(import.meta.dir, "../..");

function contentOf(file: string): string {
  return readFileSync(join(PROJECT, file), "utf8");
}

/** What `bun check` says of these files, with the editor's files beside them and nothing installed */
async function check(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = emptyFolder();
  for (const { name, text } of editorFiles()) writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const checking = Bun.spawn([process.execPath, "check", "--project", folder], { stdout: "pipe", stderr: "pipe" });
  const [stdout, stderr] = await Promise.all([checking.stdout.text(), checking.stderr.text(), checking.exited]);
  return stdout + stderr;
}

const NO_ERRORS = expect.stringContaining("No type errors");

test("they are what lib/mod.ts says now", async () => {
  expect(contentOf(EDITOR_TYPES)).toBe(await editorTypes());
});

test("all recipes, and those of the README, are right by them", async () => {
  const recipes = recipeNames().map((name) => [`${name}.ts`, contentOf(`recipes/${name}.ts`)]);
  const examples = fencedIn(contentOf("README.md"), "ts", "README.md").map(({ code }, at) => [
    `example-${at}.ts`,
    code,
  ]);
  expect(await check(Object.fromEntries([...recipes, ...examples]))).toEqual(NO_ERRORS);
});

describe("what is wrong by the module is wrong by them", () => {
  const recipe = (options: string, steps: string) =>
    `import { containerName, image, ipv4, isFree, pid, port, recipe } from "wirework";
export default recipe({ summary: "Mine", options: { ${options} }, permissions: { run: ["ip"] },
async run({ $, step, check }, options) { ${steps} } });`;

  test.each([
    ["nothing", 'from: ipv4({ default: "10.1.1.1", help: "" })', "await $`ip addr add ${options.from} dev A`;", null],
    ["an option that there is not", "", "await $`ip link set ${options.from} up`;", "from"],
    ["a value of no kind", "", "await $`ip link set ${{}} up`;", "not assignable"],
    ["a default that is no text", "from: ipv4({ default: 5, help: '' })", "", "not assignable"],
    ["no help", "from: ipv4({ default: '10.1.1.1' })", "", "help"],
    [
      "an address for a port",
      "a: ipv4({ default: '10.1.1.1', help: '' })",
      "const one = await $.terminal('')`docker`; await check(1).tcp(one, one, one, options.a);",
      "not assignable",
    ],
    ["a text for a place", "", "await check(1).ping('10.1.1.1', '10.1.1.2');", "not assignable"],
    [
      "an object that looks like a handle",
      "",
      "const fake = { word: () => 'lo', spelling: () => null }; await $`ip ${fake}`;",
      "not assignable",
    ],
    [
      "a handle of one's own",
      "",
      "const { Terminal } = await import('wirework'); await $`ip ${new Terminal()}`;",
      "protected",
    ],
    ["a name that the module has for itself", "", "let own: import('wirework').Handle;", "no exported member"],
    ["a sample that is a number", "", "await $.as('pid', pid(5))`docker inspect`;", "not assignable"],
  ])("%s", async (_, options, steps, says) => {
    const said = await check({ "mine.ts": recipe(options, steps) });
    expect(said).toEqual(says === null ? NO_ERRORS : expect.stringContaining(says));
    if (says !== null) expect(said).toContain("mine.ts");
  });
});
