/**
 * Bundles this program for {@linkcode bundledProgram}.
 *
 *   build-bundle.ts
 *
 * The bundle is built in a temporary folder and renamed as a whole, so an interrupted build leaves no bundle.
 * Old bundles stay for a day: a program may still run from one, and load more of it.
 *
 * @module
 */
import { chmodSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { tryLock } from "../netlink/flock.ts";
import { ENTRY_POINTS, NAMING } from "./entry-points.ts";
import { BUNDLES, type Module, moduleNow, writeRecord } from "./bundle-record.ts";

const PROJECT = join(import.meta.dir, "../..");
const PLACE = join(PROJECT, BUNDLES);
const A_DAY_MILLISECONDS = 86_400_000;
/** The number of old bundles to keep for running programs: each takes 17 MB */
const MOST_OLD = 3;

// Users other than the builder may run it
process.umask(0o022);
mkdirSync(PLACE, { recursive: true });
// One build at a time; a second one gives up
if (!tryLock(openSync(PLACE, "r"), "exclusive")) process.exit(1);
removeOld();
const making = mkdtempSync(join(PLACE, "making-"));
// Early, because a project with a closed folder in it would be copied for each of root's sandboxes
chmodSync(making, 0o755);
const made = join(PLACE, basename(making).replace("making-", "made-"));
try {
  await make();
} catch (error) {
  // Useless without its record, as on a full disk
  for (const folder of [making, made]) rmSync(folder, { recursive: true, force: true });
  throw error;
}

async function make(): Promise<void> {
  const modules = await bundle(making);
  renameSync(making, made);
  writeRecord(PROJECT, basename(made), modules);
}

/**
 * Bundles each entry point with the modules that it loads later: only such a bundle can be kept as bytecode,
 * which halves the loading time.
 *
 * @returns the modules in it, including those of dependencies
 */
async function bundle(folder: string): Promise<readonly Module[]> {
  const used: Module[] = [];
  await Bun.build({
    entrypoints: ENTRY_POINTS.map((entry) => join(PROJECT, "lib", `${entry}.ts`)),
    root: PROJECT,
    outdir: folder,
    naming: NAMING,
    target: "bun",
    format: "cjs",
    bytecode: true,
    sourcemap: "linked",
    // A tsconfig in the working folder, or above the project, could redirect our imports
    tsconfig: "/dev/null",
    define: { BUNDLE: "module.path" },
    plugins: [
      {
        name: "folders",
        setup: (build) =>
          void build.onLoad({ filter: /./ }, ({ path }) => {
            // Its state before it is read: a change meanwhile then makes the bundle outdated
            const module = moduleNow(PROJECT, relative(PROJECT, path));
            if (module !== null) used.push(module);
            return path.endsWith(".ts") ? loadInPlace(path) : undefined;
          }),
      },
    ],
  });
  return used;
}

/**
 * Loads a module so that it finds files beside itself at their original place, relative to the bundle's
 * folder
 */
async function loadInPlace(path: string) {
  const here = `(BUNDLE + ${JSON.stringify(`/${relative(join(PLACE, "any"), dirname(path))}`)})`;
  const contents = (await Bun.file(path).text()).replaceAll(/\bimport\.meta\.dir\b/g, here);
  return { contents, loader: "ts" as const };
}

/** Removes old bundles and interrupted builds: the lock makes sure that no other build is running */
function removeOld(): void {
  const age = (name: string) => Date.now() - statSync(join(PLACE, name)).mtimeMs;
  const names = readdirSync(PLACE);
  const made = names.filter((name) => name.startsWith("made-")).toSorted((one, other) => age(one) - age(other));
  const old = made.filter((name, at) => at >= MOST_OLD || age(name) > A_DAY_MILLISECONDS);
  const cutOff = names.filter((name) => name.startsWith("making-"));
  for (const name of [...old, ...cutOff]) rmSync(join(PLACE, name), { recursive: true, force: true });
}
