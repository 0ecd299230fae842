/** The launcher where everything is installed: how it finds itself, and what it hands to the program. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { basename, delimiter, dirname, join } from "node:path";
import { run, seen } from "./run.ts";
import { ThrowAwayProject } from "./throw-away-project.ts";

let project: ThrowAwayProject;

beforeAll(async () => {
  project = await ThrowAwayProject.installed();
});

afterAll(() => project[Symbol.asyncDispose]());

describe("the launcher finds its project", () => {
  test.each(["./wirework", "sh wirework"])("typed as %s", async (typed) => {
    const directory = dirname(project.launcher);
    const saw = seen(await run(typed.split(" "), { directory }));
    expect(saw).toMatchObject({ project: project.path, directory });
  });

  test("not along CDPATH", async () => {
    const elsewhere = join(project.folder, "elsewhere");
    await mkdir(join(elsewhere, "scripts"), { recursive: true });
    const where = {
      directory: project.path,
      environment: { CDPATH: elsewhere },
    };
    const saw = seen(await run(["sh", "scripts/wirework"], where));
    expect(saw.project).toBe(project.path);
  });

  test("from any directory, which stays the program's own", async () => {
    const directory = "/usr";
    const saw = seen(await run([project.launcher], { directory }));
    expect(saw).toMatchObject({ project: project.path, directory });
  });

  test("through an absolute symbolic link", async () => {
    const link = join(project.folder, "absolute");
    await symlink(project.launcher, link);
    expect(seen(await run([link])).project).toBe(project.path);
  });

  test("through a chain of relative links with blanks and leading dashes", async () => {
    const directory = join(project.folder, "-links of mine");
    const launcher = `../${basename(project.path)}/scripts/wirework`;
    await mkdir(directory);
    await symlink(launcher, join(directory, "-- last"));
    await symlink("-- last", join(directory, "first"));
    const saw = seen(await run(["./first"], { directory }));
    expect(saw.project).toBe(project.path);
  });

  test("through a link to the directory that it is in", async () => {
    const link = join(project.folder, "a link to scripts");
    await symlink(dirname(project.launcher), link);
    const saw = seen(await run([join(link, "wirework")]));
    expect(saw.project).toBe(project.path);
  });

  test.each(["sh -c wirework", "bash wirework"])("along PATH, typed as %s", async (typed) => {
    const path = [dirname(project.launcher), process.env["PATH"]];
    const environment = { PATH: path.join(delimiter) };
    const saw = seen(await run(typed.split(" "), { environment }));
    expect(saw.project).toBe(project.path);
  });
});

describe("the launcher hands over", () => {
  test.each([
    [["", "two words", " ", "a\nb\n", "ü"]],
    [[`'"\\$HOME\`id\`*`, "$(id)", "~", "\\n"]],
    [["--", "--help", "-e", "--no-install"]],
  ])("the arguments %j exactly", async (words) => {
    const saw = seen(await run([project.launcher, "run", ...words]));
    expect(saw.arguments).toEqual(["run", ...words]);
  });

  test("its own process, so that signals and exit status are the program's", async () => {
    const ended = await run([project.launcher, "fail"]);
    expect(ended.status).toBe(42);
    expect(JSON.parse(ended.stdout)).toMatchObject({ pid: ended.pid });
  });

  test.each(["dash", "busybox sh", "bash"])("under %s", async (shell) => {
    const ended = await run([...shell.split(" "), project.launcher, "a b", ""]);
    expect(seen(ended).arguments).toEqual(["a b", ""]);
  });

  test("nothing of a hostile current directory: neither its .env nor its bunfig.toml", async () => {
    const directory = join(project.folder, "hostile");
    await mkdir(directory);
    const bunfig = 'preload = ["./preload.ts"]\n';
    await writeFile(join(directory, "bunfig.toml"), bunfig);
    await writeFile(join(directory, "preload.ts"), 'throw "hostile"\n');
    await writeFile(join(directory, ".env"), 'ZX_PREFIX="touch hostile;"\n');
    const saw = seen(await run([project.launcher], { directory }));
    expect(saw.environment).not.toHaveProperty("ZX_PREFIX");
  });
});
