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

/** What none of our own can be done without, and the real programs may still be: nothing has been touched */
export class NoCLibrary extends Error {
  /** What was tried, and what was said of it */
  override readonly cause: string;
  readonly tryThis = "the same on Linux with glibc or musl, and with Bun 1.4 or later from its own package";

  constructor(cause: string) {
    super("Cannot call the kernel: this Bun opens no C library");
    this.name = "NoCLibrary";
    this.cause = cause;
  }
}

/** A C library */
export interface CLibrary<Functions extends Record<string, FFIFunction>> {
  readonly functions: Library<Functions>["symbols"];
  /** Why there is none; every call throws it then */
  readonly missing: NoCLibrary | null;
}

/** Opens the first that has all these functions */
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

/** Who has none may load what would call it, as long as nothing does */
function throwing<Functions extends object>(error: Error): Functions {
  // Of the type that it stands for: whatever is asked of it, it throws
  return new Proxy({} as Functions, {
    get() {
      throw error;
    },
  });
}
