/**
 * Addresses, routes, rules and neighbours.
 *
 * @module
 */
import { entriesIn } from "../../resources/entry.ts";
import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork, seeIn } from "../../resources/network.ts";
import { link as linkOf } from "./links.ts";
import { type Standing, standingAmong } from "./standing.ts";

/** Identifies an entry by its words, and counts how often its network lists it */
export async function entry(
  { network, list, family, words, before, change, link }: Extract<Identity, { kind: "entry" }>,
  look: Look,
): Promise<Standing> {
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "gone";
  if (link !== null && (await linkOf({ kind: "link", change: "made", ...link }, look)) !== "ours") return "gone";
  const seen = seeIn(look, network.enter, (there) => entriesIn(there, list));
  if (seen === null) return "gone";
  const now = seen.flatMap((one) => (one.family === family ? [one.words] : []));
  return standingAmong(now, { one: words, before, change });
}
