/**
 * Which network a command runs in.
 *
 * @module
 */
import type { Network } from "./identity.ts";
import type { Look } from "./look.ts";

const OWN = "/proc/self/ns/net";

/** The network that these words enter; `null` when they don't */
export async function networkBehind(look: Look, enter: readonly string[]): Promise<Network | null> {
  const inode = await inodeOfNetwork(look, enter);
  return inode === null ? null : { enter, inode };
}

/** What tells a network from all others: namespaces(7) */
export async function inodeOfNetwork(look: Look, [program, ...words]: readonly string[]): Promise<string | null> {
  const target = program === undefined ? look.link(OWN) : await look.text([program, ...words, "readlink", OWN]);
  return target === null ? null : (/^net:\[(\d+)\]$/.exec(target.trim())?.[1] ?? null);
}

/** What a command prints in a network */
export function textIn(
  look: Look,
  [program, ...words]: readonly string[],
  argv: readonly [string, ...string[]],
): Promise<string | null> {
  return look.text(program === undefined ? argv : [program, ...words, ...argv]);
}
