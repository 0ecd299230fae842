import { entryFile } from "./netns-folder.ts";
import { type Network, openNetwork } from "./network.ts";

/**
 * Opens a named network namespace.
 *
 * Equivalent to: `exec {fd}</run/netns/$name`
 *
 * @throws {Error} `ENOENT` when there is none, or its entry is a dangling link
 */
export function openNetworkNamed(name: string): Network {
  return openNetwork(entryFile(name));
}
