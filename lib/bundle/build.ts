/**
 * Bundles this program, for {@linkcode bundledProgram}.
 *
 *   build.ts
 *
 * The bundle is made aside and moved to its place as a whole, so that one that was cut off is none. The last ones stay for a
 * day: a program may still run from them, and read on.
 *
 * @module
 */
import { chmodSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { tryLock } from "../netlink/flock.ts";
import { ENTRY_POINTS, NAMING } from "./entry-points.ts";
import { BUNDLES, type Module, moduleNow, writeRecord } from "./record.ts";

const PROJECT = join(import.meta.dir, "../..");
const PLACE = join(PROJECT, BUNDLES);
const A_DAY_MILLISECONDS = 86_400_000;
/** As many old ones stay for whoever runs from them: each takes 17 MB */
const MOST_OLD = 3;

// Others than who builds it may run it
process.umask(0o022);
mkdirSync(PLACE, { recursive: true });
// One is enough; who comes meanwhile does without
if (!tryLock(openSync(PLACE, "r"), "exclusive")) process.exit(1);
removeOld();
const making = mkdtempSync(join(PLACE, "making-"));
// At once, as a project in which something is closed would be copied for each of root's sandboxes
chmodSync(making, 0o755);
const made = join(PLACE, basename(making).replace("making-", "made-"));
try {
  await make();
} catch (error) {
  // Of no use without its record, as when the disk is full
  for (const folder of [making, made]) rmSync(folder, { recursive: true, force: true });
  throw error;
}

async function make(): Promise<void> {
  const modules = await bundle(making);
  renameSync(making, made);
  writeRecord(PROJECT, basename(made), modules);
}

/**
 * Each file by itself, with what it loads later: that alone can be kept as bytecode, which takes half of the time to load.
 *
 * @returns the modules that it is made of, those of the dependencies among them
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
    // One in the folder that we are started in, or above the project, would put other files in the place of ours
    tsconfig: "/dev/null",
    define: { BUNDLE: "module.path" },
    plugins: [
      {
        name: "folders",
        setup: (build) =>
          void build.onLoad({ filter: /./ }, ({ path }) => {
            // Looked at before it is read: what changes meanwhile makes the bundle an old one
            const module = moduleNow(PROJECT, relative(PROJECT, path));
            if (module !== null) used.push(module);
            return path.endsWith(".ts") ? loadInPlace(path) : undefined;
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

/** Also what was being made when its maker was killed: whoever makes one has the lock, and that is us */
function removeOld(): void {
  const age = (name: string) => Date.now() - statSync(join(PLACE, name)).mtimeMs;
  const names = readdirSync(PLACE);
  const made = names.filter((name) => name.startsWith("made-")).toSorted((one, other) => age(one) - age(other));
  const old = made.filter((name, at) => at >= MOST_OLD || age(name) > A_DAY_MILLISECONDS);
  const cutOff = names.filter((name) => name.startsWith("making-"));
  for (const name of [...old, ...cutOff]) rmSync(join(PLACE, name), { recursive: true, force: true });
}
