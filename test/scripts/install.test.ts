/** The first run: what it installs, how often, and what it says when it cannot. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { exists, readFile, writeFile } from "node:fs/promises";
import { announcements, run, seen } from "./run.ts";
import { ThrowAwayProject, installing, record, warm } from "./throw-away-project.ts";

// A slow network must not fail a test.
setDefaultTimeout(300_000);

describe("the first run", () => {
  test("installs with npm, says so in one line, and the next needs neither npm nor a network", async () => {
    await using project = await ThrowAwayProject.create();
    const modules = project.join("node_modules");
    const first = await run([project.launcher, "first"]);
    expect(first).toMatchObject({
      status: 0,
      stderr: `wirework: installing its dependencies into ${modules}, once\n`,
    });
    expect(JSON.parse(first.stdout)).toMatchObject({ arguments: ["first"] });
    expect(await exists(project.join("node_modules/oxlint"))).toBe(false);

    const environment = await project.only(...warm);
    const next = seen(await run([project.launcher], { environment }));
    expect(next.executable).toStartWith(modules);
  });

  test("installs with Bun where there is no npm, from the same lock file, and without a home", async () => {
    await using project = await ThrowAwayProject.create();
    const tools = await project.only(...installing, "bun");
    const environment = { ...tools, HOME: project.join("no-home") };
    const first = await run([project.launcher], { environment });
    expect(announcements(first)).toBe(1);
    expect(await exists(project.join("bun.lock"))).toBe(false);
    expect(await exists(project.join(".npm-cache"))).toBe(false);

    const next = seen(await run([project.launcher], { environment }));
    expect(next.executable).toStartWith(project.join("node_modules"));
  });

  test("works where npm may not run install scripts", async () => {
    await using project = await ThrowAwayProject.create();
    const environment = { npm_config_ignore_scripts: "true" };
    expect(await run([project.launcher], { environment })).toMatchObject({
      status: 0,
    });
  });

  test("installs once when two start at the same time", async () => {
    await using project = await ThrowAwayProject.create();
    const launch = () => run([project.launcher]);
    const [one, two] = await Promise.all([launch(), launch()]);
    expect([one.status, two.status]).toEqual([0, 0]);
    expect(announcements(one) + announcements(two)).toBe(1);
  });

  test("repairs what a killed one left", async () => {
    await using project = await ThrowAwayProject.create();
    const killed = Bun.spawn([project.launcher], {
      detached: true, // in a process group of its own, with npm
      stderr: "ignore",
      stdout: "ignore",
    });
    const halfway = project.join("node_modules/bun");
    while (!(await exists(halfway))) await Bun.sleep(1);
    process.kill(-killed.pid, "SIGKILL");
    await killed.exited;
    expect(await exists(project.join(record))).toBe(false);

    const next = await run([project.launcher]);
    expect(next.status).toBe(0);
    expect(announcements(next)).toBe(1);
    expect(await exists(project.join(record))).toBe(true);
  });

  test("ends with 1 when it fails, and shows npm's own words", async () => {
    await using project = await ThrowAwayProject.create();
    const lock = await readFile(project.join("package-lock.json"), "utf8");
    const corrupt = lock.replaceAll(/"sha512-.{8}/g, '"sha512-AAAAAAAA');
    await writeFile(project.join("package-lock.json"), corrupt);
    const ended = await run([project.launcher]);
    expect(ended).toMatchObject({ status: 1, stdout: "" });
    expect(ended.stderr).toContain("EINTEGRITY");
    expect(ended.stderr).toEndWith("The next run tries again\n");
    expect(await exists(project.join(record))).toBe(false);
  });
});
