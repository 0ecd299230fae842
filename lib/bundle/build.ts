/**
 * Bundles this program, for {@linkcode bundledProgram}.
 *
 *   build.ts
 *
 * The bundle is made aside and moved to its place as a whole, so that one that was cut off is none. Others stay for a day: a
 * program may still run from them, and read on.
 *
 * @module
 */
import { chmodSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { tryLock } from "../netlink/flock.ts";
import { ENTRY_POINTS, NAMING } from "./entry-points.ts";
import { BUNDLES, moduleNow, writeRecord } from "./record.ts";

const PROJECT = join(import.meta.dir, "../..");
const PLACE = join(PROJECT, BUNDLES);
const A_DAY_MILLISECONDS = 86_400_000;

// Others than who builds it may run it
process.umask(0o022);
mkdirSync(PLACE, { recursive: true });
// One is enough; who comes meanwhile does without
if (!tryLock(openSync(PLACE, "r"), "exclusive")) process.exit(1);
removeOld();
const made = mkdtempSync(join(PLACE, "making-"));
try {
  await makeIn(made);
} catch (error) {
  rmSync(made, { recursive: true, force: true });
  throw error;
}

async function makeIn(made: string): Promise<void> {
  // Looked at before they are read: what changes meanwhile makes the bundle an old one
  const before = modulesIn(join(PROJECT, "lib")).map((path) => moduleNow(PROJECT, path));
  const used = await bundle(made);
  chmodSync(made, 0o755);
  const folder = basename(made).replace("making-", "made-");
  renameSync(made, join(PLACE, folder));
  const modules = before.filter((module) => module !== null).filter(([path]) => used.has(path));
  writeRecord(PROJECT, folder, modules);
}

function modulesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).map((file) => relative(PROJECT, join(folder, file)));
}

/** Each file by itself, with what it loads later: that alone can be kept as bytecode, which takes half of the time to load */
async function bundle(folder: string): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  await Bun.build({
    entrypoints: ENTRY_POINTS.map((entry) => join(PROJECT, "lib", `${entry}.ts`)),
    root: PROJECT,
    outdir: folder,
    naming: NAMING,
    target: "bun",
    format: "cjs",
    bytecode: true,
    sourcemap: "linked",
    define: { BUNDLE: "module.path" },
    plugins: [
      {
        name: "folders",
        setup: (build) =>
          void build.onLoad({ filter: /\/lib\/.*\.ts$/ }, ({ path }) => {
            used.add(relative(PROJECT, path));
            return loadInPlace(path);
          }),
      },
    ],
  });
  return used;
}

/** A module that looks for files beside itself finds them where it was made, seen from the bundle's folder */
async function loadInPlace(path: string) {
  const here = `(BUNDLE + ${JSON.stringify(`/${relative(join(PLACE, "any"), dirname(path))}`)})`;
  const contents = (await Bun.file(path).text()).replaceAll(/\bimport\.meta\.dir\b/g, here);
  return { contents, loader: "ts" as const };
}

function removeOld(): void {
  for (const name of readdirSync(PLACE)) {
    const path = join(PLACE, name);
    if (statSync(path).mtimeMs < Date.now() - A_DAY_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
}
