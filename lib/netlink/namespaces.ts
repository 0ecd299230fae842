/**
 * Entering a network namespace for the length of a synchronous function.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import { checked, libc } from "./libc.ts";

/** A result that is ready when the function returns: after an `await` the body would be back home, unnoticed */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Of include/uapi/linux/sched.h */
export const CLONE_NEWNET = 0x4000_0000;

/** Moves the calling thread to another network, setns(2); to another kind of namespace it is not moved */
function enter(fd: number): void {
  checked("enter the network namespace", libc.setns(fd, CLONE_NEWNET));
}

/** The types say so already, but not to who casts */
function assertSynchronous<T>(result: T): T {
  if (typeof result !== "object" || result === null || !("then" in result)) return result;
  throw new TypeError("Cannot await in another namespace: after the first await the thread is back home");
}

/**
 * Runs a synchronous function with this thread in the network namespace behind a descriptor, and comes back.
 *
 * Only what takes microseconds belongs in there, such as opening a socket: what Bun does on its other threads (`fetch`,
 * `fs/promises`) would happen at home, and a thread that Bun starts meanwhile stays inside, and keeps the network alive.
 *
 * Equivalent to: `nsenter --net=/proc/self/fd/$fd …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN there, `EINVAL` when it is no network's
 * @throws {TypeError} when the function returns a promise
 */
export function inNetwork<T>(fd: number, body: () => Synchronous<T>): T {
  const home = openSync("/proc/thread-self/ns/net", "r");
  try {
    enter(fd);
    return assertSynchronous(body());
  } finally {
    try {
      enter(home);
    } finally {
      closeSync(home);
    }
  }
}
