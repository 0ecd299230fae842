/** What the launcher refuses: with exit status 2, one clear message, and nothing touched. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { exists, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run, seen } from "./run.ts";
import { ThrowAwayProject, installing } from "./throw-away-project.ts";

// A slow network must not fail a test.
setDefaultTimeout(300_000);

test("a system that is not Linux is refused by its name, with where it would work", async () => {
  await using project = await ThrowAwayProject.create();
  const environment = await project.only();
  const uname = join(environment.PATH, "uname");
  await writeFile(uname, "#!/bin/sh\necho Darwin\n", { mode: 0o755 });
  const ended = await run([project.launcher], { environment });
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(ended.stderr).toMatch(/^wirework: .*on Linux .*, not on Darwin\n$/);
});

test("a current directory that has been deleted is refused", async () => {
  await using project = await ThrowAwayProject.create();
  const script = 'mkdir "$1" && cd "$1" && rmdir "$1" && exec "$2"';
  const gone = join(project.folder, "gone");
  const ended = await run(["sh", "-c", script, "sh", gone, project.launcher]);
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(ended.stderr).toContain("Cannot run in a directory that has been deleted");
});

test("a stack too small for Bun is refused where the limit can't be raised, and raised where it can", async () => {
  await using project = await ThrowAwayProject.create();
  const version = ["sh", "-c", 'ulimit "$1" 256 && exec "$2" version', "sh"];
  const wirework = join(import.meta.dir, "../../scripts/wirework");
  const refused = await run([...version, "-s", project.launcher]);
  expect(refused).toMatchObject({ status: 2, stdout: "" });
  expect(refused.stderr).toMatch(/^wirework: .*256 KiB.*1024/);
  expect(await run([...version, "-Ss", wirework])).toMatchObject({ status: 0, stderr: "" });
});

test("an installation that --no-install forbids is refused, and the line to type is enough", async () => {
  await using project = await ThrowAwayProject.create();
  const ended = await run([project.launcher, "run", "point-to-point", "--no-install"]);
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(await exists(project.join("node_modules"))).toBe(false);

  const [, line] = /^ {2}try: (npm ci .*)$/m.exec(ended.stderr) ?? [];
  if (line === undefined) throw new Error(`Cannot find the line to type in: ${ended.stderr}`);
  expect(await run(["sh", "-c", line])).toMatchObject({ status: 0 });
  expect(seen(await run([project.launcher, "--no-install"])).arguments).toEqual(["--no-install"]);
});

test("an installation with neither npm nor Bun is refused, with both ways out", async () => {
  await using project = await ThrowAwayProject.create();
  const environment = await project.only(...installing);
  const ended = await run([project.launcher, "--", "--no-install"], {
    environment,
  });
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(ended.stderr).toMatch(
    /^wirework: Cannot install .*https:\/\/bun\.com.*\n {2}try: .*apt-get install nodejs npm\n$/,
  );
  expect(await exists(project.join("node_modules"))).toBe(false);
});
