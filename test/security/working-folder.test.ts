/**
 * A working folder that means no good: whatever is typed there, nothing in it is run, and nothing is written.
 */
import { expect, test } from "bun:test";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { describeOnDocker } from "../support/machine/on-docker.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import { everyUser } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const EVIL = 'require("fs").writeFileSync(require("path").join(FOLDER, "caught"), "");';

/** Files of it that Bun, npm, our own commands or a search path with a dot in it would find first */
const FILES = [
  ..."point-to-point point-to-point.js point-to-point/index.ts list show run lib/mod.ts lib/cli/main.ts".split(" "),
  ..."recipes/point-to-point.ts wirework.ts index.ts docker ip sh bun bun.exe uname nsenter unshare".split(" "),
  ..."node_modules/wirework/index.js node_modules/zx/core.js node_modules/zx/build/core.js".split(" "),
  ..."node_modules/minimist/index.js node_modules/ipaddr.js/index.js node_modules/bun/bin/bun.exe".split(" "),
];

/** Settings of theirs */
const SETTINGS: Readonly<Record<string, string>> = {
  ".env": "BUN_OPTIONS=--preload=./evil.ts\nZX_PREFIX=evil\nPATH=.\nXDG_CACHE_HOME=.\nHOME=.\n",
  ".env.local": "BUN_OPTIONS=--preload=./evil.ts\n",
  ".npmrc": "prefix=.\nscript-shell=./sh\n",
  "bunfig.toml": 'preload = ["./evil.ts"]\n[run]\npreload = ["./evil.ts"]\nbun = true\n[install]\nauto = "force"\n',
  "jsconfig.json": '{ "compilerOptions": { "paths": { "*": ["./evil.ts"] } } }',
  "tsconfig.json":
    '{ "compilerOptions": { "baseUrl": ".", "paths": { "wirework": ["./evil.ts"], "*": ["./evil.ts"] } } }',
  "package.json":
    '{ "name": "wirework", "type": "commonjs", "exports": "./evil.ts", "imports": { "#*": "./evil.ts" }, "scripts": { "run": "./sh" }, "bun": { "preload": ["./evil.ts"] } }',
};

/** A folder with all of that and a recipe, which everyone can write to */
function hostileFolder(): string {
  const folder = emptyFolder();
  const evil = EVIL.replace("FOLDER", JSON.stringify(folder));
  for (const name of [...FILES, "evil.ts"]) {
    // What is a folder's name as well stays one
    if (FILES.some((other) => other.startsWith(`${name}/`))) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.includes(".") ? evil : `#!/bin/sh\n: >${folder}/caught\n`, { mode: 0o755 });
  }
  for (const [name, text] of Object.entries(SETTINGS)) writeFileSync(join(folder, name), text);
  copyFileSync(join(import.meta.dir, "../../recipes/point-to-point.ts"), join(folder, "mine.ts"));
  chmodSync(folder, 0o777);
  return folder;
}

const LINES = [
  "help",
  "list",
  "version",
  "show point-to-point",
  "run point-to-point --dry-run",
  "run point-to-point --quiet",
  "run ./mine.ts --quiet",
  "show mine.ts",
  "builtin --help",
] as const;

test.each(everyUser.flatMap((user) => LINES.map((line) => ({ user, line, name: user.name }))))(
  "wirework $line, as $name",
  async ({ user, line }) => {
    const folder = hostileFolder();
    const before = readdirSync(folder, { recursive: true }).toSorted();
    const { status, stderr } = await wirework(user, line.split(" "), { folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(before);
  },
);

describeOnDocker("on a Docker host", () => {
  test("wirework run point-to-point", async () => {
    const folder = hostileFolder();
    const before = readdirSync(folder, { recursive: true }).toSorted();
    const root = { name: "root", prefix: [] } as const;
    const { status, stderr } = await wirework(root, ["run", "point-to-point", "--on=docker", "--quiet"], { folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(before);
  });
});
