/**
 * What `scripts/test` says of tests that fail, that fail only once, that are skipped, and that never began.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

import { copyOfProject } from "../../support/project.ts";

/** A project whose only tests these are */
let project = "";
beforeAll(() => {
  project = copyOfProject();
  for (const folder of ["lib", "recipes", "docs"]) rmSync(`${project}/${folder}`, { recursive: true });
  mkdirSync(`${project}/test/timings`, { recursive: true });
  for (const size of ["quick", "full"])
    writeFileSync(`${project}/test/timings/${size}.json`, JSON.stringify({ version: 1, files: {} }));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const USES = 'import { expect, test } from "bun:test";\nimport { existsSync, writeFileSync } from "node:fs";\n';

/** Fails the first time */
const once = (name: string) =>
  `test("${name}", () => {
    const is = existsSync(import.meta.dir + "/${name}");
    writeFileSync(import.meta.dir + "/${name}", "");
    console.log(is ? "seen" : "not seen");
    expect(is).toBe(true);
  });\n`;

async function run(file: string, text: string, environment: Readonly<Record<string, string>> = {}) {
  writeFileSync(`${project}/test/${file}`, USES + text);
  const running = Bun.spawn([process.execPath, "--no-env-file", "scripts/test.d/test.ts", project, `test/${file}`], {
    cwd: project,
    env: {
      PATH: process.env["PATH"] ?? "",
      WIREWORK_TEST_SIZE: "full",
      WIREWORK_TEST_SEED: "7",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, status] = [await running.stdout.text(), await running.exited];
  return { status, stdout, last: stdout.trimEnd().split("\n").at(-1) };
}

test("the seed is printed first", async () => {
  const { stdout } = await run("well.test.ts", 'test("is well", () => expect(1).toBe(1));');
  expect(stdout.split("\n")[0]).toMatch(/\bfull\b.*\b7$/);
});

test("what passes is counted", async () => {
  const { status, last } = await run("well.test.ts", 'test("is well", () => expect(1).toBe(1));');
  expect({ status, last }).toEqual({ status: 0, last: "1 passed, 0 failed" });
});

test("what fails twice has failed, and is shown with how to repeat it", async () => {
  const text = 'test("is wrong <&> \\"so\\"", () => expect(1).toBe(2));\ntest("is well", () => expect(1).toBe(1));';
  const { status, stdout, last } = await run("wrong.test.ts", text);
  expect({ status, last }).toEqual({ status: 1, last: "1 passed, 1 failed" });
  expect(stdout).toContain('test/wrong.test.ts: is wrong <&> "so"\n');
  expect(stdout).toContain("repeat: scripts/test --full --seed 7 test/wrong.test.ts\n");
});

test("what fails and passes alone is printed last, with both outputs, and fails nothing", async () => {
  const { status, stdout, last } = await run("once.test.ts", once("flake"));
  expect({ status, last }).toEqual({ status: 0, last: "1 passed, 0 failed" });
  const [, end = ""] = stdout.split("\nFailed beside others, and passed alone: test/once.test.ts: flake\n");
  expect(end).toMatch(/not seen[^]*\nseen/);
  expect(end).toContain("repeat: scripts/test --full --seed 7 test/once.test.ts\n");
});

test("more than one that does so is a failure", async () => {
  const { status, last } = await run("twice.test.ts", once("one") + once("two"));
  expect({ status, last }).toEqual({ status: 1, last: "1 passed, 1 failed" });
});

test("a group that can't begin has failed, and so has a file that does not load, or crashes", async () => {
  const group =
    'import { beforeAll } from "bun:test";\nbeforeAll(() => { throw new Error("no"); });\ntest("x", () => {});';
  expect((await run("group.test.ts", group)).last).toBe("0 passed, 1 failed");
  expect((await run("load.test.ts", 'import "./none.ts";')).last).toBe("0 passed, 1 failed");
  expect((await run("crash.test.ts", 'test("x", () => process.kill(process.pid, "SIGKILL"));')).last).toBe(
    "0 passed, 1 failed",
  );
});

test("a skipped test fails where CI is set, by name, and nowhere else", async () => {
  const text = 'test.skip("is skipped", () => {});\ntest("is well", () => expect(1).toBe(1));';
  expect(await run("skipped.test.ts", text)).toMatchObject({ status: 0, last: "1 passed, 0 failed" });
  const { status, stdout, last } = await run("skipped.test.ts", text, { CI: "true" });
  expect({ status, last }).toEqual({ status: 1, last: "1 passed, 1 failed" });
  expect(stdout).toContain("test/skipped.test.ts: is skipped\n");
});

test("where nothing runs, nothing has passed", async () => {
  expect((await run("none.test.ts", "")).status).toBe(1);
});
