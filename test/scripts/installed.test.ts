/** What counts as installed, and which Bun the launcher takes. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import * as fs from "node:fs/promises";
import { join } from "node:path";
import { announcements, run, seen } from "./run.ts";
import { ThrowAwayProject, record, warm } from "./throw-away-project.ts";

// A slow network must not fail a test.
setDefaultTimeout(300_000);

describe("what a developer's npm ci installed", () => {
  test("stays, also when the lock file has changed", async () => {
    await using project = await ThrowAwayProject.installed();
    await fs.appendFile(project.join("package-lock.json"), "\n");
    const environment = await project.only(...warm);
    seen(await run([project.launcher], { environment }));
    expect(await fs.exists(project.join("node_modules/oxlint"))).toBe(true);
  });

  test.each(["zx", "minimist", "ipaddr.js"])("needs %s", async (name) => {
    await using project = await ThrowAwayProject.installed();
    await fs.rm(project.join("node_modules", name), { recursive: true });
    const ended = await run([project.launcher, "--no-install"]);
    expect(ended.status).toBe(2);
  });
});

describe("what the launcher installed", () => {
  /** The launcher's own record, in a project whose lock file then gets another time. */
  async function recorded(time: number): Promise<ThrowAwayProject> {
    const project = await ThrowAwayProject.installed();
    const lock = project.join("package-lock.json");
    await fs.copyFile(lock, project.join(record));
    await fs.utimes(lock, time, time);
    return project;
  }

  const times = [
    ["older", 1],
    ["newer", 4_000_000_000],
  ] as const;

  test.each(times)("stays for the same lock file with an %s time", async (_, time) => {
    await using project = await recorded(time);
    const environment = await project.only(...warm, "cmp");
    seen(await run([project.launcher], { environment }));
  });

  test.each(times)("is replaced for another, %s lock file, and a developer's part stays", async (_, time) => {
    await using project = await recorded(time);
    await fs.appendFile(project.join(record), "\n");
    const ended = await run([project.launcher]);
    expect(ended.status).toBe(0);
    expect(announcements(ended)).toBe(1);
    expect(await fs.exists(project.join("node_modules/oxlint"))).toBe(true);

    const environment = await project.only(...warm);
    seen(await run([project.launcher], { environment }));
  });
});

describe("without a Bun of its own, the launcher", () => {
  async function withoutBun(): Promise<ThrowAwayProject> {
    const project = await ThrowAwayProject.installed();
    await fs.rm(project.join("node_modules/bun/bin"), { recursive: true });
    await fs.rm(project.join("node_modules/@oven"), { recursive: true });
    return project;
  }

  test("takes one along PATH", async () => {
    await using project = await withoutBun();
    const environment = await project.only(...warm, "bun");
    const saw = seen(await run([project.launcher], { environment }));
    expect(saw.executable).toBe(process.execPath);
  });

  // A stand-in that tells its version, whatever it is asked: on stdout only when the launcher took it.
  test.each([
    ["takes", "1.4.0", 0],
    ["takes", "1.10.0", 0],
    ["takes", "2.0.1-canary.3", 0],
    ["leaves", "1.3.99", 2],
    ["leaves", "0.8.1", 2],
    ["leaves", "not a version", 2],
    ["leaves", "", 2],
  ])("%s one of version %j", async (_, version, status) => {
    await using project = await withoutBun();
    const environment = await project.only(...warm);
    const bun = join(environment.PATH, "bun");
    await fs.writeFile(bun, `#!/bin/sh\necho "${version}"\n`, { mode: 0o755 });
    const ended = await run([project.launcher, "--no-install"], {
      environment,
    });
    expect(ended.status).toBe(status);
    expect(ended.stdout).toBe(status === 0 ? `${version}\n` : "");
  });
});
