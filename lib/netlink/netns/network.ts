/**
 * Network namespaces held by an open descriptor: network_namespaces(7).
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import { checked, libc } from "../libc.ts";
import { CLONE_NEWNET, inNetwork } from "../namespaces.ts";

/** A network namespace, which lives at least as long as this object */
export interface Network extends Disposable {
  /** Valid until this is disposed of */
  readonly fd: number;
}

/** The calling thread's namespace; `/proc/self` is the main thread's */
const OF_THREAD = "/proc/thread-self/ns/net";

/**
 * Opens the network namespace of a file.
 *
 * @throws {Error} with open(2)'s code: `ENOENT`, `EACCES`, `EMFILE`
 */
export function openNetwork(file: string): Network {
  const fd = openSync(file, "r");
  return { fd, [Symbol.dispose]: () => closeSync(fd) };
}

/**
 * Creates a network namespace; it contains only `lo`, which is down. The calling thread is in it for
 * microseconds, and back in its own when this returns or throws.
 *
 * Equivalent to: `unshare --net …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN, `ENOSPC` when `/proc/sys/user/max_net_namespaces` is
 * reached
 */
export function makeNetwork(): Network {
  using home = openNetwork(OF_THREAD);
  return inNetwork(home.fd, () => {
    checked("make a network namespace", libc.unshare(CLONE_NEWNET));
    return openNetwork(OF_THREAD);
  });
}
