/**
 * Names of network namespaces, as `ip netns` takes them.
 *
 * @module
 */
import { Complaint, type Deed } from "../deed.ts";

/** NAME_MAX, limits.h */
const NAME_BYTES = 255;

/** Reads a command that is about a name */
export function named(name: string | undefined, deed: (name: string) => Deed): Deed {
  if (name !== undefined && isName(name)) return deed(name);
  const complaint =
    name === undefined ? new Complaint("No netns name specified") : new Complaint(`Invalid netns name "${name}"`, 255);
  return () => {
    throw complaint;
  };
}

/** Reports whether a word can be a name. Source: invalid_name() of ip/ipnetns.c */
function isName(word: string): boolean {
  return !["", ".", ".."].includes(word) && !word.includes("/") && Buffer.byteLength(word) <= NAME_BYTES;
}
