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
export async function inodeOfNetwork(look: Look, enter: readonly string[]): Promise<string | null> {
  const [program, ...words] = enter;
  const file = fileOfNetwork(enter);
  const inode = file === null ? null : look.network(file);
  if (inode !== null) return `${inode}`;
  // Only who enters it can say, or what hinders them
  const target = program === undefined ? look.link(OWN) : await look.text([program, ...words, "readlink", OWN]);
  return target === null ? null : (/^net:\[(\d+)\]$/.exec(target.trim())?.[1] ?? null);
}

/** The file of the network that these words enter, as far as they tell; it need not be one of a network */
function fileOfNetwork(enter: readonly string[]): string | null {
  const [program, ...words] = enter;
  if (program === "ip" && words.length === 3 && words[0] === "netns" && words[1] === "exec")
    return `/var/run/netns/${words[2]}`;
  const [file] = words;
  return program === "nsenter" && words.length === 1 && file?.startsWith("--net=") === true ? file.slice(6) : null;
}

/** What a command prints in a network */
export function textIn(
  look: Look,
  [program, ...words]: readonly string[],
  argv: readonly [string, ...string[]],
): Promise<string | null> {
  return look.text(program === undefined ? argv : [program, ...words, ...argv]);
}
