/**
 * Recipes and folders that are elsewhere, and surroundings that mean no good.
 */
import { beforeAll, describe, expect, test } from "bun:test";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";

import { someone } from "../support/host/no-namespaces.ts";
import { readableProject } from "../support/project.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import { type User, users } from "../support/machine/users.ts";
import { BARE, BARE_FOR_BUN, type Ended, wirework } from "../support/wirework.ts";
import { gone } from "../support/messages.ts";

const RECIPE = join(import.meta.dir, "../../recipes/point-to-point.ts");

/** That all went well, with the right recipe */
function expectDone({ status, stdout, stderr }: Ended, name = "point-to-point"): void {
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toEndWith(
    `\n${name}: 7 checks passed, for the article's statements 120, 122, 123\n${gone("sandbox")}`,
  );
}

/** Puts a copy of a recipe, alone, into a folder; its path */
function copyTo(folder: string, name = "my-link.ts"): string {
  copyFileSync(RECIPE, join(folder, name));
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

describe.each(users)("a copy of a recipe, as $name", (user) => {
  test("in an empty folder", async () => {
    const folder = emptyFolder();
    copyTo(folder);
    expectDone(await wirework(user, ["run", "./my-link.ts"], { folder }), "my-link");
    expectDone(await wirework(user, ["run", "my-link.ts", "--from=10.9.0.1"], { folder }), "my-link");
  });

  test("in a folder with blanks and quotes, through a symbolic link", async () => {
    const folder = join(emptyFolder(), `it's "my" $HOME %20 folder`);
    mkdirSync(folder);
    copyTo(folder);
    expectDone(await wirework(user, ["run", "./my-link.ts"], { folder }), "my-link");
    symlinkSync(folder, `${folder}-link`);
    expectDone(await wirework(user, ["run", `${folder}-link/my-link.ts`]), "my-link");
  });

  test("with a module of its own beside it", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "addresses.ts"), 'export const FROM = "10.8.7.6";\n');
    const text = (await Bun.file(RECIPE).text()).replace('default: "10.1.1.1"', "default: FROM");
    writeFileSync(join(folder, "mine.ts"), `import { FROM } from "./addresses.ts";\n${text.replace(/^#!.*\n/, "")}`);
    const ended = await wirework(user, ["run", "./mine.ts"], { folder });
    expectDone(ended, "mine");
    expect(ended.stdout).toContain("ip addr add 10.8.7.6/32 dev A\n");
  });
});

test.each(users)("nothing is left in the home of $name", async (user) => {
  const home = emptyFolder();
  chmodSync(home, 0o777);
  expectDone(await wirework(user, ["run", "point-to-point"], { environment: { HOME: home } }));
  expect(readdirSync(home)).toEqual([]);
});

const isRoot = process.geteuid?.() === 0;

test.if(isRoot)("a copy of a recipe in a folder that only root may enter", async () => {
  const folder = mkdtempSync("/root/wirework-test-");
  try {
    mkdirSync(join(folder, "deep"), { mode: 0o700 });
    chmodSync(folder, 0o700);
    copyTo(join(folder, "deep"));
    const root: User = { name: "root", prefix: [] };
    expectDone(await wirework(root, ["run", "./deep/my-link.ts"], { folder }), "my-link");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(users)("a recipe runs by itself, and hands over to the launcher, as $name", async (user) => {
  const bun = join(readableProject(), "node_modules/.bin");
  const run = async (...args: readonly string[]): Promise<Ended> => {
    const running = Bun.spawn([...user.prefix, "./point-to-point.ts", ...args], {
      cwd: join(readableProject(), "recipes"),
      env: { ...BARE_FOR_BUN, PATH: `${bun}:${BARE.PATH}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    return { status, stdout, stderr };
  };
  expectDone(await run());
  expect((await run("--dry-run", "--from", "10.9.0.1")).stdout).toEndWith(
    "point-to-point: nothing was touched (--dry-run)\n",
  );
  expect(await run("--from", "10.1")).toMatchObject({ status: 2, stdout: "" });
});

describe("a hostile working folder changes nothing", () => {
  let folder = "";
  const EVIL = 'require("fs").writeFileSync("evil", ""); console.log("EVIL");';

  beforeAll(() => {
    folder = emptyFolder();
    chmodSync(folder, 0o777);
    writeFileSync(join(folder, "evil.ts"), EVIL);
    writeFileSync(join(folder, "bunfig.toml"), 'preload = ["./evil.ts"]\n[run]\npreload = ["./evil.ts"]\n');
    writeFileSync(join(folder, ".env"), "BUN_OPTIONS=--preload=./evil.ts\nZX_SHELL=/bin/false\nPATH=/nonexistent\n");
    writeFileSync(join(folder, "point-to-point"), EVIL);
    writeFileSync(
      join(folder, "tsconfig.json"),
      '{ "compilerOptions": { "paths": { "wirework": ["./evil.ts"], "zx/core": ["./evil.ts"] } } }',
    );
    writeFileSync(join(folder, "package.json"), '{ "imports": { "#x": "./evil.ts" }, "type": "commonjs" }');
    for (const name of ["zx", "zx/core", "minimist", "ipaddr.js", "wirework"]) {
      mkdirSync(join(folder, "node_modules", name), { recursive: true });
      writeFileSync(join(folder, "node_modules", name, "index.js"), EVIL);
    }
  });

  test.each(users)("for a recipe by its name, as $name", async (user) => {
    const ended = await wirework(user, ["run", "point-to-point"], { folder });
    expectDone(ended);
    expect(await Bun.file(join(folder, "evil")).exists()).toBe(false);
  });

  test("for a recipe that is in it", async () => {
    copyTo(folder, "mine.ts");
    expectDone(await wirework(someone, ["run", "./mine.ts"], { folder }), "mine");
    expect(await Bun.file(join(folder, "evil")).exists()).toBe(false);
  });
});

test.each(users)("programs that somebody planted on the search path are not run, as $name", async (user) => {
  const folder = emptyFolder();
  for (const name of ["ip", "docker", "nsenter", "unshare", "setpriv", "bash", "sudo", "ping", "iptables", "apt-get"]) {
    writeFileSync(join(folder, name), "#!/bin/sh\necho EVIL >&2\nexit 77\n");
    chmodSync(join(folder, name), 0o755);
  }
  const prefix = [...user.prefix, "env", `PATH=${folder}:${BARE.PATH}`];
  expectDone(await wirework({ name: user.name, prefix }, ["run", "point-to-point"]));
});

describe.if(isRoot).each(users)("with a /tmp of its own, as $name", (user) => {
  /** A new /tmp with nothing but the project in it, then something else */
  const inNewTmp = (then: string): User => {
    const project = readableProject();
    const script = [
      `mount --bind ${project} /mnt`,
      "mount -t tmpfs -o mode=1777 tmpfs /tmp",
      `mkdir ${project}`,
      `mount --move /mnt ${project}`,
      then,
    ];
    return { name: user.name, prefix: ["unshare", "--mount", "sh", "-c", script.join(" && "), "sh", ...user.prefix] };
  };

  test.each([
    ["read-only", 'mount -o remount,ro /tmp && exec "$@"'],
    ["full", 'mount -o remount,size=4k /tmp && head -c 4096 /dev/zero > /tmp/full && exec "$@"'],
  ])("a run needs none that can be written to: %s", async (_, then) => {
    expectDone(await wirework(inNewTmp(then), ["run", "point-to-point"]));
  });

  test("a run leaves nothing in it", async () => {
    const { stderr, status } = await wirework(inNewTmp('"$@" && ls -A /tmp >&2'), ["run", "point-to-point"]);
    expect({ stderr, status }).toEqual({ stderr: `${basename(readableProject())}\n`, status: 0 });
  });
});
