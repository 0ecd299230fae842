import type { Reading } from "../commands.ts";
import { NotOurs } from "../words.ts";

/**
 * Reads what is ours only in the namespaces of this process: behind `-n` the real one is in a mount namespace of its own, so
 * that what it mounts there is nobody else's, and its own network is that one.
 */
export function atHome(read: Reading): Reading {
  return (words, netns) => {
    if (netns.length > 0) throw new NotOurs();
    return read(words, netns);
  };
}
