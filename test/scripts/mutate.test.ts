/** `scripts/mutate` puts faults into a small project, and says which of them its test finds. */
import { afterAll, describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { emptyFolder } from "../support/recipe-file.ts";

const PROJECT = new URL("../..", import.meta.url).pathname;
const IS_ROOT = process.geteuid?.() === 0;

/** What is above the boundary, no test asks; and one test fails without any fault: it ends all of its process group */
const FILES = {
  "lib/values/small.ts": `/** Reports whether a number is small */
export function isSmall(number: number): boolean {
  return number < 10;
}
`,
  "test/values/small.test.ts": `import { expect, test } from "bun:test";
import { isSmall } from "../../lib/values/small.ts";
test("is small", () => expect([isSmall(3), isSmall(30)]).toEqual([true, false]));
`,
  "test/values/broken.test.ts":
    'import { test } from "bun:test";\ntest("is broken", () => { process.kill(0, "SIGKILL"); });\n',
  "lib/values/notes.md": "Notes\n",
  "test/timings/quick.json": '{ "files": { "test/values/broken.test.ts": 100 } }\n',
} as const;

const project = smallProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));

function smallProject(): string {
  const folder = emptyFolder();
  chmodSync(folder, 0o755);
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const modules = ["bun", "bun-types", "oxc-parser", "@oxc-parser", "@oxc-project", "@oven", "@types"];
  mkdirSync(join(folder, "node_modules"));
  for (const name of modules) {
    if (readdirSync(join(PROJECT, "node_modules")).includes(name))
      copy(`node_modules/${name}`, join(folder, "node_modules"));
  }
  mkdirSync(join(folder, "scripts"));
  copy("scripts/mutate", join(folder, "scripts"));
  copy("scripts/mutate.d", join(folder, "scripts"));
  for (const name of ["tsconfig.json", "package.json"]) copy(name, folder);
  return folder;
}

function copy(name: string, to: string): void {
  const { success, stderr } = Bun.spawnSync(["cp", "-a", join(PROJECT, name), to]);
  if (!success) throw new Error(stderr.toString());
}

async function mutate(...args: readonly string[]) {
  const running = Bun.spawn([join(project, "scripts/mutate"), ...args], {
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  return { status, stdout, stderr };
}

describe("exit status 2 and one line", () => {
  test.each<[what: string, args: readonly string[], named: string]>([
    ["a path that isn't there", ["lib/none"], "lib/none"],
    ["a path elsewhere", ["test/values"], "test/values"],
    ["a path outside", ["/etc/passwd"], "/etc/passwd"],
    ["a file that is no program", ["lib/values/notes.md"], "notes.md"],
    ["a count that is no number", ["lib/values", "--count", "many"], "many"],
    ["a count of none", ["lib/values", "--count", "0"], "--count"],
    ["a seed that is no number", ["lib/values", "--seed", "1.5"], "1.5"],
    ["a seed that is too large", ["lib/values", "--seed", "2147483648"], "2147483648"],
    ["a number of jobs that is none", ["lib/values", "--jobs", "two"], "two"],
    ["a time that is none", ["lib/values", "--seconds", "0"], "--seconds"],
    ["an option that there isn't", ["--fast"], "--fast"],
  ])("for %s", async (_, args, named) => {
    const { status, stdout, stderr } = await mutate(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^scripts\/mutate: .*\n$/);
    expect(stderr).toContain(named);
  });
});

if (IS_ROOT) {
  test("a fault that a test finds is killed by it, and one at a boundary that no test tries survives", async () => {
    const { status, stdout } = await mutate("lib/values", "--seed", "3", "--json");
    expect(status).toBe(0);
    const { schema, seed, killed, survived, leftOut } = JSON.parse(stdout);
    expect({ schema, seed, leftOut }).toEqual({ schema: 1, seed: 3, leftOut: ["test/values/broken.test.ts"] });
    const file = "lib/values/small.ts";
    expect(killed).toContainEqual({
      file,
      line: 2,
      kind: "early return",
      by: "test/values/small.test.ts",
      diff: expect.stringMatching(/^\+.*\{ return (?:true|false);$/m),
    });
    expect(survived).toContainEqual({
      file,
      line: 3,
      kind: "number",
      diff: expect.stringMatching(/^-.*10;\n\+.*11;$/m),
    });
    expect(killed.length + survived.length).toBe(3);
  }, 120_000);

  test("a file that takes longer than there is time for a fault is not begun", async () => {
    writeFileSync(join(project, "test/timings/quick.json"), '{ "files": { "test/values/small.test.ts": 4000 } }');
    const sums = [];
    for (const seconds of ["1", "3"]) {
      const { stdout } = await mutate("lib/values", "--seed", "3", "--seconds", seconds);
      sums.push(/(\d) of 3 killed/.exec(stdout)?.[1]);
    }
    expect(sums).toEqual(["0", "2"]);
  }, 120_000);

  test("a file that fails without a fault, too, takes no time from the others", async () => {
    const files = {
      "lib/values/large.ts": "export const isLarge = (number: number) => number > 10;\n",
      "test/values/large.test.ts":
        'import { test } from "bun:test";\ntest("is broken", async () => { await Bun.sleep(2000); throw new Error(); });\n',
      "test/values/large-too.test.ts": `import { expect, test } from "bun:test";
import { isLarge } from "../../lib/values/large.ts";
test("is large", () => expect([isLarge(10), isLarge(11)]).toEqual([false, true]));
`,
      "test/timings/quick.json": '{ "files": { "test/values/large-too.test.ts": 4000 } }',
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
    const { stdout } = await mutate("lib/values/large.ts", "--seed", "3", "--seconds", "3");
    for (const file of Object.keys(files).slice(0, 3)) rmSync(join(project, file));
    expect(stdout).toMatch(/\nlib\/values: (\d) of \1 killed, 100 %\n/);
  }, 120_000);

  test("as text, each fault has a line, each survivor a diff, and each folder a sum", async () => {
    const { status, stdout } = await mutate("lib/values/small.ts", "--seed", "3");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^seed 3\n/);
    expect(stdout).toMatch(
      /^killed {4}lib\/values\/small\.ts:2 {2}early return {2}by test\/values\/small\.test\.ts {2}\d+ s$/m,
    );
    expect(stdout).toMatch(/^-  return number < 10;\n\+  return number < 11;$/m);
    expect(stdout).toMatch(/^left out.*: test\/values\/broken\.test\.ts$/m);
    expect(stdout).toMatch(/\nlib\/values: [12] of 3 killed, \d+ %\nall: [12] of 3 killed, \d+ %, seed 3\n$/);
  }, 120_000);

  test("Ctrl-C ends it, and leaves no copy", async () => {
    const running = Bun.spawn([join(project, "scripts/mutate"), "lib/values"], { stdio: ["ignore", "pipe", "ignore"] });
    for await (const _ of running.stdout) break;
    const ofIt = () => readdirSync("/var/tmp").filter((name) => name.startsWith(`wirework-mutate-${running.pid}-`));
    while (ofIt().length === 0) await Bun.sleep(10);
    running.kill("SIGINT");
    expect(await running.exited).toBe(130);
    expect(ofIt()).toEqual([]);
  }, 120_000);
} else {
  test("whoever isn't root is refused, as nothing confines a fault then", async () => {
    const { status, stderr } = await mutate("lib/values");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^scripts\/mutate: .*root.*\n$/);
  });
}
