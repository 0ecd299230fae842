/**
 * The lock of the engine's records. The kernel releases it when its holder is killed.
 *
 * @module
 */
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

import { tryLock } from "../../../netlink/flock.ts";

const RETRY_MILLISECONDS = 2;

/**
 * Waits for the lock on a file; disposing of the result releases it.
 *
 * Equivalent to: `flock $file …`
 */
export async function lock(file: string): Promise<Disposable> {
  mkdirSync(dirname(file), { recursive: true });
  const fd = openSync(file, "a", 0o600);
  // Polls, because waiting in the kernel would block this thread
  while (!tryLock(fd, "exclusive")) await Bun.sleep(RETRY_MILLISECONDS);
  return { [Symbol.dispose]: () => closeSync(fd) };
}
