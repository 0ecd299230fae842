/**
 * Opens files as processes with another root see them.
 *
 * @module
 */
import { ptr } from "bun:ffi";
import { closeSync, constants, openSync } from "node:fs";

import { checked, cString, libc } from "./libc.ts";

/** System call numbers are the same on every architecture since Linux 5.1 */
const SYS_OPENAT2 = 437;

/** `struct open_how { u64 flags, mode, resolve }`: O_PATH | O_CLOEXEC, RESOLVE_IN_ROOT; include/uapi/linux/openat2.h */
const HOW = new BigUint64Array([0x28_0000n, 0n, 0x10n]);

/**
 * Opens a path without reading it, as a process with that root would: links lead to nothing outside.
 *
 * Equivalent to: `exec {fd}< $path`, after `chroot $root`
 *
 * @returns a descriptor that the caller closes
 * @throws {KernelError} with openat2(2)'s code
 */
export function openInRoot(root: string, path: string): number {
  const folder = openSync(root, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const file = cString(path);
    const result = libc.syscall(SYS_OPENAT2, folder, ptr(file), ptr(HOW), HOW.byteLength, 0);
    return checked(`open "${path}" in "${root}"`, Number(result));
  } finally {
    closeSync(folder);
  }
}
