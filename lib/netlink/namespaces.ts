/**
 * Namespaces: opening them, making new ones, and entering them for the length of a synchronous function.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import { checked, libc } from "./libc.ts";

/** The kinds that a thread can change for itself, by their names under `/proc/PID/ns` */
export type NamespaceKind = "mnt" | "net" | "uts" | "ipc";

/** CLONE_NEW… of unshare(2), include/uapi/linux/sched.h */
const CLONE: Record<NamespaceKind, number> = {
  mnt: 0x2_0000,
  net: 0x4000_0000,
  uts: 0x400_0000,
  ipc: 0x800_0000,
};

/** A result that is ready when the function returns: after an `await` the body would be back home, unnoticed */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Namespaces held open by file descriptors: a recycled process id cannot lead to others */
export interface Namespaces extends Disposable {
  /** The descriptor of each */
  readonly fds: Readonly<Record<NamespaceKind, number>>;
}

/**
 * Opens the namespaces of a process, or of the calling thread.
 *
 * @throws {Error} `ENOENT` when there is no such process
 */
export function openNamespaces(pid: number | "thread-self"): Namespaces {
  using opened = new DisposableStack();
  const open = (kind: NamespaceKind) => opened.adopt(openSync(`/proc/${pid}/ns/${kind}`, "r"), closeSync);
  const fds = {
    mnt: open("mnt"),
    net: open("net"),
    uts: open("uts"),
    ipc: open("ipc"),
  };
  const kept = opened.move();
  return { fds, [Symbol.dispose]: () => kept.dispose() };
}

/** Moves the calling thread, setns(2); the mount namespace first, as its root is looked up there */
function enter(fds: Partial<Record<NamespaceKind, number>>): void {
  for (const [kind, fd] of Object.entries(fds)) checked(`enter the ${kind} namespace`, libc.setns(fd, 0));
}

/** The types say so already, but not to who casts */
function assertSynchronous<T>(result: T): T {
  if (typeof result !== "object" || result === null || !("then" in result)) return result;
  throw new TypeError("Cannot await in another namespace: after the first await the thread is back home");
}

/**
 * Runs a synchronous function with this thread in the network namespace behind a descriptor, and comes back.
 *
 * Only opening a socket, reading or writing `/proc/sys`, and starting a process belong in there: what Bun does
 * on its other threads (`fetch`, `fs/promises`) would happen at home, and a thread born inside stays inside.
 *
 * Equivalent to: `nsenter --net=/proc/self/fd/$fd …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN there
 * @throws {TypeError} when the function returns a promise
 */
export function inNetwork<T>(fd: number, body: () => Synchronous<T>): T {
  const home = openSync("/proc/thread-self/ns/net", "r");
  try {
    enter({ net: fd });
    return assertSynchronous(body());
  } finally {
    enter({ net: home });
    closeSync(home);
  }
}

/** Namespaces that were made, and what a function returned that furnished them */
export interface Furnished<T> {
  readonly namespaces: Namespaces;
  readonly result: T;
}

/**
 * Makes new mount, network, UTS and IPC namespaces, furnishes them with a synchronous function, and comes back.
 *
 * The calling thread alone goes there: what `furnish` starts or mounts is inside, the rest of the program never is.
 * The working folder is the root afterwards, as setns(2) has it.
 *
 * Equivalent to: `unshare --mount --net --uts --ipc …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN
 */
export function inNewNamespaces<T>(furnish: () => Synchronous<T>): Furnished<T> {
  using home = openNamespaces("thread-self");
  try {
    checked("make namespaces", libc.unshare(Object.values(CLONE).reduce((all, bit) => all | bit, 0)));
    const namespaces = openNamespaces("thread-self");
    try {
      return { namespaces, result: assertSynchronous(furnish()) };
    } catch (error) {
      namespaces[Symbol.dispose]();
      throw error;
    }
  } finally {
    enter(home.fds);
  }
}

/**
 * Runs a synchronous function with this thread in a new mount namespace, and comes back to the same working folder.
 *
 * Equivalent to: `unshare --mount …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN
 */
export function inNewMounts<T>(body: () => Synchronous<T>): T {
  const folder = process.cwd();
  const home = openSync("/proc/thread-self/ns/mnt", "r");
  try {
    checked("make a mount namespace", libc.unshare(CLONE.mnt));
    return assertSynchronous(body());
  } finally {
    enter({ mnt: home });
    closeSync(home);
    process.chdir(folder);
  }
}
