/**
 * Finds the C library of this process.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { dlopen, type FFIFunction, type Library } from "bun:ffi";

/** The names of the C library: glibc's (Debian, Ubuntu, Fedora, Arch…), and musl's (Alpine) */
const NAMES: Readonly<Partial<Record<NodeJS.Architecture, readonly string[]>>> = {
  x64: ["libc.so.6", "libc.musl-x86_64.so.1"],
  arm64: ["libc.so.6", "libc.musl-aarch64.so.1"],
};

/**
 * Thrown when no C library is found. Builtins need one, real programs may still work; nothing has been
 * touched
 */
export class NoCLibrary extends Error {
  override readonly cause: string;
  readonly tryThis: string;

  /** @param cause the files that were tried, and the loader's messages; or the limit that is in the way */
  constructor(cause: string, tryThis: string) {
    super("Cannot call the kernel: this Bun can't open a C library");
    this.name = "NoCLibrary";
    this.cause = cause;
    this.tryThis = tryThis;
  }
}

/** A C library */
export interface CLibrary<Functions extends Record<string, FFIFunction>> {
  readonly functions: Library<Functions>["symbols"];
  /** The reason why there is none, thrown by every call; `null` when it was loaded */
  readonly missing: NoCLibrary | null;
}

/** Opens the first library that has all these functions */
export function openCLibrary<Functions extends Record<string, FFIFunction>>(functions: Functions): CLibrary<Functions> {
  const said: string[] = [];
  for (const name of NAMES[process.arch] ?? []) {
    try {
      return { functions: dlopen(name, functions).symbols, missing: null };
    } catch (error) {
      said.push(error instanceof Error ? error.message : String(error));
    }
  }
  const missing = missingFor(said);
  return { functions: throwing(missing), missing };
}

/** Explains why no library was opened: calls are compiled, for which Bun reserves much memory, or goes without a compiler */
function missingFor(said: readonly string[]): NoCLibrary {
  const limit = mostMemory();
  if (limit !== "unlimited")
    return new NoCLibrary(`a process may reserve only ${limit} bytes of memory`, "ulimit -v unlimited");
  return new NoCLibrary(
    said.join("; ") || `none is known for ${process.arch}`,
    "the same on Linux with glibc or musl, and with Bun 1.4 or later from its own package",
  );
}

/** Returns the limit of the memory that this process may reserve, in bytes, or `unlimited`. proc_pid_limits(5) */
function mostMemory(): string {
  const [, soft = "unlimited"] = /^Max address space +(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
  return soft;
}

/**
 * Returns functions that throw: without a C library, modules can still be loaded, and fail only when they
 * call it
 */
function throwing<Functions extends object>(error: Error): Functions {
  // Every property is a function that throws, so the type holds
  return new Proxy({} as Functions, {
    get() {
      throw error;
    },
  });
}
