import { enteringProcess } from "../../resources/entering.ts";
import type { Identity } from "../../resources/identity.ts";
import { inodeOfNetwork } from "../../resources/network.ts";
import type { Look } from "../../resources/look.ts";
import type { Standing } from "./standing.ts";

/** A removed entry is to be restored while its process is in the same network namespace */
export async function netnsEntry(
  { path, inode, pid }: Extract<Identity, { kind: "netns entry" }>,
  look: Look,
): Promise<Standing> {
  if (look.inode(path) !== null) return "gone";
  const network = await inodeOfNetwork(look, enteringProcess(pid));
  return network === `${inode}` ? "ours" : "gone";
}

/** An entry of `/var/run/netns` is ours while it names the same network namespace */
export function netns({ path, inode }: Extract<Identity, { kind: "netns" }>, look: Look): Standing {
  const now = look.inode(path);
  if (now === null) return "gone";
  return inode === null || now === inode ? "ours" : "another's";
}
