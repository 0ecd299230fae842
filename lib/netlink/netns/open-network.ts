/**
 * Network namespaces by whose they are, or by their names.
 *
 * @module
 */
import { processStart } from "../process-start.ts";
import { entryFile } from "./folder.ts";
import { type Network, openNetwork } from "./network.ts";

/**
 * Opens the network namespace of a process that is still the one that started then.
 *
 * Equivalent to: `exec {fd}</proc/$pid/ns/net`
 *
 * @param start as `processStart` said it
 * @returns `null` when it is no more, and another process may have its id
 * @throws {Error} `EACCES` when it is another user's, `EMFILE` when too many files are open
 */
export function openNetworkOf(pid: number, start: string): Network | null {
  using opened = new DisposableStack();
  try {
    const network = opened.use(openNetwork(`/proc/${pid}/ns/net`));
    // Asked after it was opened: from here on the id is of no more use
    if (processStart(pid) !== start) return null;
    opened.move();
    return network;
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/**
 * Opens the network namespace of a name.
 *
 * Equivalent to: `exec {fd}</run/netns/$name`
 *
 * @throws {Error} `ENOENT` when there is none, or its entry is a link that dangles
 */
export function openNetworkNamed(name: string): Network {
  return openNetwork(entryFile(name));
}
