import { chmodSync } from "node:fs";
import { constants } from "node:os";

import { checked, cString, KernelError, libc } from "../libc.ts";

/** S_IFSOCK of inode(7) */
const SOCKET = 0o140000;

/** The longest path that a socket can be bound to, in bytes: `sun_path` of unix(7) has 108 including the NUL */
const LONGEST_PATH = 107;

/**
 * Creates a socket file without a listener.
 *
 * Equivalent to: `socat UNIX-LISTEN:$path -`, ended at once
 *
 * @throws {KernelError} `EEXIST` when the path exists, `EINVAL` where no socket can be bound
 */
export function makeSocketFile(path: string, mode: number): void {
  const action = `make the socket "${path}"`;
  if (Buffer.byteLength(path) > LONGEST_PATH) throw new KernelError(action, constants.errno.EINVAL);
  checked(action, libc.mknod(cString(path), SOCKET | mode, 0));
  chmodSync(path, mode);
}
