/**
 * Network namespaces, held open by a descriptor: network_namespaces(7).
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import { checked, libc } from "../libc.ts";
import { CLONE_NEWNET, inNetwork } from "../namespaces.ts";

/** A network namespace, which lives at least as long as this */
export interface Network extends Disposable {
  /** For as long as it is not disposed of */
  readonly fd: number;
}

/** That of the thread that asks; `/proc/self` is the main thread's */
const OF_THREAD = "/proc/thread-self/ns/net";

/**
 * Opens the network namespace behind a file.
 *
 * @throws {Error} with open(2)'s code: `ENOENT`, `EACCES`, `EMFILE`
 */
export function openNetwork(file: string): Network {
  const fd = openSync(file, "r");
  return { fd, [Symbol.dispose]: () => closeSync(fd) };
}

/**
 * Makes a network namespace, with nothing in it but `lo`, down. The calling thread is there for the microseconds that it
 * takes, and back home when this returns, or throws.
 *
 * Equivalent to: `unshare --net …`
 *
 * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN, `ENOSPC` when there are as many as `/proc/sys/user/max_net_namespaces`
 *   allows
 */
export function makeNetwork(): Network {
  using home = openNetwork(OF_THREAD);
  return inNetwork(home.fd, () => {
    checked("make a network namespace", libc.unshare(CLONE_NEWNET));
    return openNetwork(OF_THREAD);
  });
}
