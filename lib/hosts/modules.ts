/**
 * Loads kernel modules, which affect the whole machine, and only after a question.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { quoted } from "../values/quoted.ts";
import { HostError } from "./host-error.ts";
import { SYSTEM_PATH } from "./programs.ts";

/** Files that exist while a module is active, for modules that `/sys/module` does not list */
const SIGNS: Readonly<Record<string, string>> = {
  br_netfilter: "/proc/sys/net/bridge/bridge-nf-call-iptables",
};

/** Effects of loading a module on the rest of the machine */
const EFFECTS: Readonly<Record<string, string>> = {
  br_netfilter:
    "iptables will then see bridged packets on this machine's own bridges too, until the module is unloaded after the run",
};

/** Asks a person for a yes */
export type Ask = (question: string) => Promise<boolean>;

/** Loaded modules; disposing of this unloads those that were loaded for it */
export interface LoadedModules extends Disposable {
  /** The machine's set of loaded modules, compared with before */
  readonly modules: "as they were" | "changed";
}

/**
 * Requires kernel modules. Before loading one it asks root; disposing of the result unloads it.
 *
 * Equivalent to: `modprobe $name`
 *
 * @param ask `null` when there is nobody to ask
 * @throws {HostError} when a module is missing and nobody agrees to load it
 */
export async function requireModules(names: readonly string[], ask: Ask | null): Promise<LoadedModules> {
  for (const name of names) refuseOddName(name);
  const loaded: string[] = [];
  const unload = () => {
    for (const name of loaded.toReversed()) modprobe("--remove", name);
  };
  for (const name of names.filter((candidate) => !isLoaded(candidate))) {
    if (
      process.geteuid?.() !== 0 ||
      ask === null ||
      !(await ask(`Load the kernel module ${name}? ${EFFECTS[name] ?? ""}`))
    ) {
      unload();
      throw missing(name, "it is not loaded, and loading it changes the whole machine");
    }
    const complaint = modprobe(name);
    if (!isLoaded(name)) {
      unload();
      throw missing(name, complaint || "modprobe did not load it");
    }
    loaded.push(name);
  }
  return { modules: loaded.length === 0 ? "as they were" : "changed", [Symbol.dispose]: unload };
}

/**
 * The characters of a module's name; anything else could be an option, a path, or a control sequence for the
 * terminal
 */
const NAME = /^\w[\w-]*$/;

function refuseOddName(name: string): void {
  if (NAME.test(name)) return;
  throw new HostError(
    `Cannot ask for the kernel module ${quoted(name)}`,
    "a module's name has only letters, digits, - and _",
    "another name in the recipe's permissions.modules",
  );
}

/** Runs modprobe(8), and returns its error message */
function modprobe(...args: readonly string[]): string {
  if (Bun.which("modprobe", { PATH: SYSTEM_PATH }) === null) return "modprobe is not installed (package kmod)";
  const { stderr } = Bun.spawnSync(["modprobe", ...args], { env: { PATH: SYSTEM_PATH } });
  return stderr.toString().trim();
}

function isLoaded(name: string): boolean {
  return existsSync(SIGNS[name] ?? `/sys/module/${name}`);
}

function missing(name: string, cause: string): HostError {
  return new HostError(`Cannot run without the kernel module ${name}`, cause, `sudo modprobe ${name}`);
}
