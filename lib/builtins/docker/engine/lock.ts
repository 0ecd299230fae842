/**
 * One lock for the engine's records. The kernel releases it when its holder is killed.
 *
 * @module
 */
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

import { checked, errno, libc } from "../../../netlink/libc.ts";

/** flock(2): exclusive, and don't wait, since that would stop this thread */
const EXCLUSIVE_NOW = 2 | 4;
const EAGAIN = 11;
const RETRY_MILLISECONDS = 2;

/**
 * Waits for the lock in a file; disposing of it gives it back.
 *
 * Equivalent to: `flock $file …`
 */
export async function lock(file: string): Promise<Disposable> {
  mkdirSync(dirname(file), { recursive: true });
  const fd = openSync(file, "a", 0o600);
  while (libc.flock(fd, EXCLUSIVE_NOW) < 0) {
    if (errno() !== EAGAIN) checked(`lock "${file}"`, -1);
    await Bun.sleep(RETRY_MILLISECONDS);
  }
  return { [Symbol.dispose]: () => closeSync(fd) };
}
