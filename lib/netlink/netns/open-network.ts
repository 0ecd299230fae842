import { entryFile } from "./folder.ts";
import { type Network, openNetwork } from "./network.ts";

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
