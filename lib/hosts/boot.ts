/**
 * What makes namespaces a machine, from inside of them.
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

/** What a host is made of */
export interface HostPlan {
  readonly kind: ThrowAwayKind;
  /** Files and folders that must be there, at the same paths */
  readonly kept: readonly string[];
  readonly furnish: Furnish;
  readonly programs: ProgramFiles;
}

/** The host's own programs, found before the machine's */
export interface ProgramFiles {
  /** Those that we answer: the command line that runs each, which gets the arguments */
  readonly builtins: Readonly<Record<string, readonly string[]>>;
  /** Those of the machine that another one would hide, by name, with their paths */
  readonly links: Readonly<Record<string, string>>;
}

/**
 * Furnishes the host whose namespaces this process has entered.
 *
 * @throws {HostError} when the kernel refuses a mount
 */
export function bootHost({ kind, kept, furnish, programs }: HostPlan): void {
  // Whatever the user's own is: in here others must read what root makes
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

/** Inside of a container, parts of `/proc` and `/sys` are mostly hidden: the kernel then lets nobody mount others, which are not */
function refusedMount(kind: ThrowAwayKind, error: KernelError): HostError {
  return new HostError(
    `Cannot open a ${HOST_KINDS[kind]}: the kernel refuses a mount that it needs`,
    `${error.message}, as is usual inside of a container`,
    "the same outside of the container, or in one that was started with docker run --privileged",
  );
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
