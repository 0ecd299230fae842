/**
 * Addresses, routes, rules and neighbours.
 *
 * @module
 */
import { entriesIn } from "../../resources/entry.ts";
import type { Identity } from "../../resources/identity.ts";
import { beyond, times } from "../../resources/lists.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork, seeIn } from "../../resources/network.ts";
import { link as linkOf } from "./links.ts";
import type { Standing } from "./standing.ts";

/** What was made is there more often than before, what was removed less often */
export async function entry(
  { network, list, family, words, before, change, link }: Extract<Identity, { kind: "entry" }>,
  look: Look,
): Promise<Standing> {
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "gone";
  if (link !== null && (await linkOf({ kind: "link", change: "made", ...link }, look)) !== "ours") return "gone";
  const seen = seeIn(look, network.enter, (there) => entriesIn(there, list));
  if (seen === null) return "gone";
  const now = seen.flatMap((one) => (one.family === family ? [one.words] : []));
  if (words === null) return beyond(now, before).length > 0 ? "ours" : "gone";
  const [count, was] = [times(words, now), times(words, before)];
  return (change === "made" ? count > was : count < was) ? "ours" : "gone";
}
