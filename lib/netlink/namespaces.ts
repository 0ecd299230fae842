/**
 * Enters a network namespace for the duration of a synchronous function.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import { checked, libc } from "./libc.ts";

/**
 * A result that is ready when the function returns: after an `await` the body would be back in its own
 * namespace, unnoticed
 */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Constants of include/uapi/linux/sched.h */
export const CLONE_NEWNET = 0x4000_0000;

/**
 * Moves the calling thread to another network namespace, setns(2); descriptors of other kinds of namespace
 * are refused
 */
function enter(fd: number): void {
  checked("enter the network namespace", libc.setns(fd, CLONE_NEWNET));
}

/** Checks at run time what the types say, in case of a cast */
function assertSynchronous<T>(result: T): T {
  if (typeof result !== "object" || result === null || !("then" in result)) return result;
  throw new TypeError("Cannot await in another namespace: after the first await the thread is back in its own");
}

/**
 * Runs a synchronous function with this thread in the network namespace of a descriptor, and returns to its
 * own.
 *
 * The function should take only microseconds, as opening a socket does. Work that Bun does on other threads
 * (`fetch`, `fs/promises`) would run outside, and a thread that Bun starts meanwhile would stay inside and
 * keep the namespace alive.
 *
 * Equivalent to: `nsenter --net=/proc/self/fd/$fd …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN there, `EINVAL` when it is not a network namespace
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
