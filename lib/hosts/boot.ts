/**
 * Sets up a throw-away machine from inside its namespaces.
 *
 * @module
 */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { setHostname } from "../netlink/hostname.ts";
import { KernelError } from "../netlink/libc.ts";
import { bringLoopbackUp } from "../netlink/loopback.ts";
import { PROGRAMS } from "./environment.ts";
import { HostError } from "./host-error.ts";
import { HOST_KINDS, type ThrowAwayKind } from "./host-kind.ts";
import { enterHostRoot, type Furnish } from "./root/enter-root.ts";
import { fixSettings } from "./settings.ts";

/** The parts of a host */
export interface HostPlan {
  readonly kind: ThrowAwayKind;
  /** Files and folders that must exist in the host at the same paths */
  readonly kept: readonly string[];
  readonly furnish: Furnish;
  readonly programs: ProgramFiles;
}

/** The host's own programs, found before the machine's */
export interface ProgramFiles {
  /** Builtins, by name: the command line that runs each; the arguments are appended */
  readonly builtins: Readonly<Record<string, readonly string[]>>;
  /** Programs of the machine that a builtin or another program would hide: paths, by name */
  readonly links: Readonly<Record<string, string>>;
}

/**
 * Sets up the host whose namespaces this process has entered.
 *
 * @throws {HostError} when the kernel refuses a mount
 */
export function bootHost({ kind, kept, furnish, programs }: HostPlan): void {
  // Whatever the user's own umask: other users of the host must be able to read what root creates
  process.umask(0o022);
  enterRoot(kind, kept, furnish);
  setHostname(kind);
  fixSettings();
  bringLoopbackUp();
  mkdirSync(PROGRAMS, { recursive: true });
  for (const [name, command] of Object.entries(programs.builtins)) {
    const file = join(PROGRAMS, name);
    writeFileSync(file, `#!/bin/sh\nexec ${command.map(singleQuoted).join(" ")} "$@"\n`);
    chmodSync(file, 0o755);
  }
  for (const [name, target] of Object.entries(programs.links)) symlinkSync(target, join(PROGRAMS, name));
}

function enterRoot(kind: ThrowAwayKind, kept: readonly string[], furnish: Furnish): void {
  try {
    enterHostRoot(kept, furnish);
  } catch (error) {
    throw error instanceof KernelError ? refusedMount(kind, error) : error;
  }
}

/**
 * Explains a refused mount: inside a container, parts of `/proc` and `/sys` are usually masked, and the
 * kernel then allows no unmasked mount of them
 */
function refusedMount(kind: ThrowAwayKind, error: KernelError): HostError {
  return new HostError(
    `Cannot open a ${HOST_KINDS[kind]}: the kernel refuses a mount that it needs`,
    `${error.message}, as is usual inside a container`,
    "the same outside the container, or in one started with docker run --privileged",
  );
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
