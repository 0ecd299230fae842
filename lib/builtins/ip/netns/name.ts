/**
 * Names of network namespaces, as `ip netns` takes them.
 *
 * @module
 */
import { type Answer, Complaint, type Deed } from "../deed.ts";

/** NAME_MAX, limits.h */
const NAME_BYTES = 255;

/** Reads a command that is about a name */
export function named(name: string | undefined, deed: (name: string) => Deed): Deed {
  if (name === undefined) return complains("No netns name specified");
  return mayBeNamed(name, deed(name));
}

/** The first word behind any command of `ip netns` has to be one that could be a name, also where it is something else */
export function mayBeNamed(word: string | undefined, deed: Deed): Deed {
  if (word === undefined || isName(word)) return deed;
  const answer: Answer = { status: 255, stdout: "", stderr: `Invalid netns name "${word}"\n` };
  return () => answer;
}

/** What is wrong before anything is done */
export function complains(complaint: string): Deed {
  return () => {
    throw new Complaint(complaint);
  };
}

/** Whether it can be one; source: invalid_name() of ip/ipnetns.c */
export function isName(word: string): boolean {
  return !["", ".", ".."].includes(word) && !word.includes("/") && Buffer.byteLength(word) <= NAME_BYTES;
}
