/**
 * Folders of lib/ import one another one way: a folder uses only those below it.
 */
import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const LIB = join(import.meta.dir, "../lib");

/** Each uses only folders that stand before it; the way of a line goes backwards: cli, recipe, shell, programs, resources, … */
const ORDER = [
  "values",
  "article",
  "netlink",
  "eras",
  "paste",
  "hosts",
  "resources",
  "programs",
  "bundle",
  "builtins",
  "shell",
  "explain",
  "recipe",
  "new",
  "labs",
  "script",
  "learner",
  "step",
  "cli",
];

/** What recipes import, which stands above the folders that it collects; who loads recipes hands it to them */
const FACE = "mod.ts";
const LOADER = "recipe/load.ts";

const IMPORT = /^(?:import|export)\b[^;]*?\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)|^import "(\.[^"]+)"/gm;

/** An import, as paths below lib/ */
interface Arrow {
  readonly from: string;
  readonly to: string;
}

const files = [...new Bun.Glob("*/**/*.ts").scanSync(LIB)].filter((file) => !file.endsWith(".d.ts")).toSorted();
const arrows = files.flatMap(arrowsFrom);

/** Lists the imports of a file but those in comments */
function arrowsFrom(from: string): readonly Arrow[] {
  const code = readFileSync(join(LIB, from), "utf8").replaceAll(/^ *(?:\/\*\*|\*|\/\/).*$/gm, "");
  return [...code.matchAll(IMPORT)].map(([, ...paths]) => {
    const path = paths.find((one) => one !== undefined) ?? "";
    return { from, to: relative(LIB, join(LIB, dirname(from), path)) };
  });
}

/** Gives the place in the order; -1 of what is no folder of it */
function placeOf(path: string): number {
  return ORDER.indexOf(path.split("/")[0] ?? "");
}

test("each folder has its place in the order", () => {
  const folders = readdirSync(LIB, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
  expect(folders.toSorted()).toEqual(ORDER.toSorted());
});

test("no file imports from a folder above its own", () => {
  const upwards = arrows
    .filter(({ from, to }) => !to.startsWith("../") && placeOf(to) > placeOf(from))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(upwards).toEqual([]);
});

test("only who loads recipes imports what they import", () => {
  expect(arrows.filter(({ to }) => to === FACE).map(({ from }) => from)).toEqual([LOADER]);
});

test("imports of all kinds are seen", () => {
  expect(arrows).toContainEqual({ from: "netlink/libc.ts", to: "netlink/c-library.ts" });
  expect(arrows).toContainEqual({ from: "programs/verb.ts", to: "resources/kinds.ts" });
  expect(arrows).toContainEqual({ from: "shell/run-process.ts", to: "shell/fed-process.ts" });
});
