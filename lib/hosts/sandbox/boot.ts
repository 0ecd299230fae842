/**
 * What makes a sandbox a machine, from inside of it.
 *
 * @module
 */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { setHostname } from "../../netlink/hostname.ts";
import { KernelError } from "../../netlink/libc.ts";
import { bringLoopbackUp } from "../../netlink/loopback.ts";
import { HostError } from "../host-error.ts";
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
 * @throws {HostError} when the kernel refuses a mount
 */
export function bootSandbox(kept: readonly string[], programs: ProgramFiles): void {
  // Whatever the user's own is: in here others must read what root makes
  process.umask(0o022);
  enterRoot(kept);
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

function enterRoot(kept: readonly string[]): void {
  try {
    enterSandboxRoot(kept);
  } catch (error) {
    throw error instanceof KernelError ? refusedMount(error) : error;
  }
}

/** Inside of a container, parts of `/proc` and `/sys` are mostly hidden: the kernel then lets nobody mount others, which are not */
function refusedMount(error: KernelError): HostError {
  return new HostError(
    "Cannot open a sandbox: the kernel refuses a mount that it needs",
    `${error.message}, as is usual inside of a container`,
    "the same outside of the container, or in one that was started with docker run --privileged",
  );
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
