/**
 * Finds the network namespace that a command runs in.
 *
 * @module
 */
import type { SeenNetwork } from "../netlink/see/network.ts";
import type { Entering } from "./entering.ts";
import type { Network } from "./identity.ts";
import type { Look } from "./look.ts";

/** The file of the namespace that a process is in */
const OWN = "/proc/self/ns/net";

/** Finds the namespace that a command enters; `null` when that fails */
export async function networkBehind(look: Look, enter: Entering): Promise<Network | null> {
  const inode = await inodeOfNetwork(look, enter);
  return inode === null ? null : { enter, inode };
}

/** Returns the inode of a namespace, which identifies it: namespaces(7) */
export async function inodeOfNetwork(look: Look, enter: Entering): Promise<string | null> {
  const {
    words: [program, ...words],
    file,
  } = enter;
  const inode = file === null ? null : look.network(file);
  if (inode !== null) return `${inode}`;
  // Only a process inside can tell, or the error of entering it
  const target = program === undefined ? look.link(OWN) : await look.text([program, ...words, "readlink", OWN]);
  return target === null ? null : (/^net:\[(\d+)\]$/.exec(target.trim())?.[1] ?? null);
}

/** Sees something in the namespace that a command enters; `null` when no file leads there */
export function seeIn<T>(look: Look, enter: Entering, read: (network: SeenNetwork) => T): T | null {
  const { file } = enter;
  return file === null ? null : look.see(file, read);
}

/** Returns the output of a command in a namespace */
export function textIn(
  look: Look,
  { words: [program, ...words] }: Entering,
  argv: readonly [string, ...string[]],
): Promise<string | null> {
  return look.text(program === undefined ? argv : [program, ...words, ...argv]);
}
