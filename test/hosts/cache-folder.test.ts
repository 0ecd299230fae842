/** Where the user's cache is, of what the environment says; who may write to it is asked in test/security/owner-only.test.ts. */
import { afterEach, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { cacheFolder } from "../../lib/hosts/cache-folder.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const before = { XDG_CACHE_HOME: process.env["XDG_CACHE_HOME"], HOME: process.env["HOME"] };
afterEach(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** The folder that is taken in this environment */
function taken(caches: string | null, home: string): string {
  process.env["HOME"] = home;
  if (caches === null) delete process.env["XDG_CACHE_HOME"];
  else process.env["XDG_CACHE_HOME"] = caches;
  return cacheFolder();
}

test("it is made where the user has caches, for nobody else", () => {
  const home = emptyFolder();
  expect(taken(null, home)).toBe(join(home, ".cache/wirework"));
  expect(statSync(join(home, ".cache")).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, ".cache/wirework")).mode & 0o777).toBe(0o700);
  expect(taken(null, home)).toBe(join(home, ".cache/wirework"));
});

test("the variable for caches is before the home, unless it is a relative path", () => {
  const [home, caches] = [emptyFolder(), join(emptyFolder(), "caches")];
  expect(taken(caches, home)).toBe(join(caches, "wirework"));
  expect(existsSync(join(home, ".cache"))).toBe(false);
  expect(taken("caches", home)).toBe(join(home, ".cache/wirework"));
  expect(taken("", home)).toBe(join(home, ".cache/wirework"));
});

test("a home that isn't there is not made, and what is a link or open to a group is not taken", () => {
  const inTmp = `/tmp/wirework-${process.geteuid?.()}`;
  const was = existsSync(inTmp);
  const home = emptyFolder();
  expect(taken(null, join(home, "nobody"))).toBe(inTmp);
  expect(existsSync(join(home, "nobody"))).toBe(false);
  mkdirSync(join(home, "wirework"));
  chmodSync(join(home, "wirework"), 0o720);
  expect(taken(home, home)).toBe(inTmp);
  chmodSync(join(home, "wirework"), 0o702);
  expect(taken(home, home)).toBe(inTmp);
  chmodSync(join(home, "wirework"), 0o755);
  expect(taken(home, home)).toBe(join(home, "wirework"));
  const links = emptyFolder();
  symlinkSync(join(home, "wirework"), join(links, "wirework"));
  expect(taken(links, home)).toBe(inTmp);
  if (!was) Bun.spawnSync(["rmdir", inTmp]);
});
