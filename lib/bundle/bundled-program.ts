/**
 * This program in few files instead of some hundred, of which each costs a quarter of a millisecond whenever it starts.
 *
 * @module
 */
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

import { BUN_COMMAND } from "../hosts/bun-command.ts";
import { bundledFile, type EntryPoint } from "./entry-points.ts";
import { type Bundle, findBundle } from "./record.ts";

const PROJECT = join(import.meta.dir, "../..");
const BUILD = join(import.meta.dir, "build.ts");

/** `WIREWORK_BUNDLE=off` runs the modules themselves, for whoever wants to get between them, as a debugger does */
const SWITCH = "WIREWORK_BUNDLE";

/** Who works on the modules changes them again and again, and would wait each time */
const WORKED_ON_MILLISECONDS = 60_000;

/**
 * The bundle's file for one of the program's. A bundle is made where there is none, or it is an old one.
 *
 * @returns `null` where there is no place for it, as in a folder of somebody else's: the modules themselves do as well
 */
export function bundledProgram(entry: EntryPoint): string | null {
  if (process.env[SWITCH] === "off") return null;
  const found = findBundle(PROJECT);
  const bundle = found.kind === "fresh" || isWorkedOn(found) || !mayBuild() ? found : build();
  return bundle.kind === "fresh" ? bundledFile(bundle.folder, entry) : null;
}

function isWorkedOn(bundle: Bundle): boolean {
  return bundle.kind === "old" && bundle.changed > Date.now() - WORKED_ON_MILLISECONDS;
}

/**
 * Only in a project's own folder, from where its modules are found again, and not on a host, which has it to read only. Root
 * leaves nothing in one of somebody else's, who could neither remove it nor make a new one.
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

/** In a process of its own, as Bun's bundler keeps its memory; what keeps it from its work is no business of the reader's */
function build(): Bundle {
  const { success } = Bun.spawnSync([...BUN_COMMAND, BUILD], { stdio: ["ignore", "ignore", "ignore"] });
  return success ? findBundle(PROJECT) : { kind: "none" };
}
