/**
 * `scripts/test` installs what is for developers only, where wirework itself has run before.
 */
import { afterEach, beforeEach, expect, test } from "bun:test";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCRIPTS = new URL("../../../scripts/", import.meta.url).pathname;
/** What `npm ci --omit=dev` leaves out */
const DEVELOPERS = ["fast-check", "fast-xml-parser", "oxc-parser", "oxlint", "typescript"];

/** A clone with an npm and a Bun that only say that they were called */
let clone = "";
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "clone-"));
  for (const folder of ["scripts/test.d", "bin", "node_modules/bun/bin", "test"])
    mkdirSync(join(clone, folder), { recursive: true });
  for (const file of ["test", "test.d/needed"]) copyFileSync(join(SCRIPTS, file), join(clone, "scripts", file));
  writeFileSync(join(clone, "test/one.test.ts"), "");
  writeFileSync(join(clone, "package-lock.json"), "");
  writeFileSync(join(clone, "node_modules/.package-lock.json"), "");
  program("bin/npm", 'echo "npm $*" >>"$0.called"');
  program("node_modules/bun/bin/bun.exe", 'cat bin/npm.called 2>/dev/null; echo "bun $2"');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function program(path: string, line: string): void {
  writeFileSync(join(clone, path), `#!/bin/sh\n${line}\n`);
  chmodSync(join(clone, path), 0o755);
}

function run() {
  const { exitCode, stdout } = Bun.spawnSync([join(clone, "scripts/test"), "test/one.test.ts"], {
    cwd: clone,
    env: { PATH: `${join(clone, "bin")}:${process.env["PATH"]}` },
  });
  return { status: exitCode, called: stdout.toString().trim().split("\n") };
}

const RUN = "bun scripts/test.d/test.ts";

test("nothing where all is there", () => {
  for (const name of DEVELOPERS) mkdirSync(join(clone, "node_modules", name));
  expect(run()).toEqual({ status: 0, called: [RUN] });
});

test.each(DEVELOPERS)("all, where there is no %s", (missing) => {
  for (const name of DEVELOPERS.filter((name) => name !== missing)) mkdirSync(join(clone, "node_modules", name));
  expect(run()).toEqual({ status: 0, called: ["npm ci", RUN] });
});
