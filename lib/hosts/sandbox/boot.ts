/**
 * What makes a sandbox a machine, from inside of it.
 *
 * @module
 */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { setHostname } from "../../netlink/hostname.ts";
import { bringLoopbackUp } from "../../netlink/loopback.ts";
import { PROGRAMS } from "./environment.ts";
import { enterSandboxRoot } from "./root.ts";
import { fixSettings } from "./settings.ts";

const HOSTNAME = "sandbox";

/** How builtins are run as programs */
export interface ProgramFiles {
  /** The command line that runs a builtin, but for its name and arguments */
  readonly command: readonly string[];
  readonly names: readonly string[];
}

/**
 * Furnishes the sandbox that this process has entered.
 *
 * @param kept files and folders that must be there at the same paths
 * @throws {KernelError} when the kernel refuses a mount
 */
export function bootSandbox(kept: readonly string[], programs: ProgramFiles): void {
  // Whatever the user's own is: in here others must read what root makes
  process.umask(0o022);
  enterSandboxRoot(kept);
  setHostname(HOSTNAME);
  fixSettings();
  bringLoopbackUp();
  mkdirSync(PROGRAMS, { recursive: true });
  for (const name of programs.names) {
    const file = join(PROGRAMS, name);
    writeFileSync(file, `#!/bin/sh\nexec ${programs.command.map(singleQuoted).join(" ")} ${name} "$@"\n`);
    chmodSync(file, 0o755);
  }
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
