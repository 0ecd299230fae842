/**
 * Runs this program from a few files instead of some hundred, each of which costs a quarter of a millisecond
 * per start.
 *
 * @module
 */
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

import { BUN_COMMAND } from "../hosts/bun-command.ts";
import { BUNDLE_VARIABLE } from "../values/environment-switch.ts";
import { bundledFile, type EntryPoint } from "./entry-points.ts";
import { type Bundle, findBundle } from "./bundle-record.ts";

const PROJECT = join(import.meta.dir, "../..");
const BUILD = join(import.meta.dir, "build-bundle.ts");

/**
 * The age that a change must have: while somebody works on the modules, each run would otherwise wait for a
 * build
 */
const WORKED_ON_MILLISECONDS = 60_000;

/**
 * Returns the bundled file of an entry point. It builds a bundle when there is none, or it is outdated.
 *
 * Any other value of `WIREWORK_BUNDLE` is refused by the command line.
 *
 * @returns `null` when a bundle can't be built, as in another user's folder: the modules themselves work as
 * well
 */
export function bundledProgram(entry: EntryPoint): string | null {
  if (process.env[BUNDLE_VARIABLE] === "off") return null;
  const found = findBundle(PROJECT);
  const bundle = found.kind === "fresh" || isWorkedOn(found) || !mayBuild() ? found : build();
  return bundle.kind === "fresh" ? bundledFile(bundle.folder, entry) : null;
}

function isWorkedOn(bundle: Bundle): boolean {
  return bundle.kind === "old" && bundle.changed > Date.now() - WORKED_ON_MILLISECONDS;
}

/**
 * Reports whether a bundle may be built: only in a project's own folder, where its modules are found again,
 * and not on a host, where that is read-only. Root builds nothing in another user's project, who could
 * neither remove nor replace it.
 */
function mayBuild(): boolean {
  const modules = join(PROJECT, "node_modules");
  try {
    accessSync(modules, constants.W_OK);
    return realpathSync(modules) === modules && statSync(modules).uid === process.geteuid?.();
  } catch {
    return false;
  }
}

/** Builds in a separate process, because Bun's bundler keeps its memory; failures are not the user's concern */
function build(): Bundle {
  const { success } = Bun.spawnSync([...BUN_COMMAND, BUILD], { stdio: ["ignore", "ignore", "ignore"] });
  return success ? findBundle(PROJECT) : { kind: "none" };
}
