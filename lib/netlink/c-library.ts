/**
 * Finds the C library of this process.
 *
 * @module
 */
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
  /** The files that were tried, and the loader's messages */
  override readonly cause: string;
  readonly tryThis = "the same on Linux with glibc or musl, and with Bun 1.4 or later from its own package";

  constructor(cause: string) {
    super("Cannot call the kernel: this Bun can't open a C library");
    this.name = "NoCLibrary";
    this.cause = cause;
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
  const missing = new NoCLibrary(said.join("; ") || `none is known for ${process.arch}`);
  return { functions: throwing(missing), missing };
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
