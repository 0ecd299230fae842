import { chmodSync } from "node:fs";

import { checked, cString, libc } from "./libc.ts";

/** S_IFSOCK of inode(7) */
const SOCKET = 0o140000;

/**
 * Makes a socket's file that nobody listens at.
 *
 * Equivalent to: `socat UNIX-LISTEN:$path -`, ended at once
 *
 * @throws {KernelError} `EEXIST` when there is something
 */
export function makeSocketFile(path: string, mode: number): void {
  checked(`make the socket "${path}"`, libc.mknod(cString(path), SOCKET | mode, 0));
  chmodSync(path, mode);
}
