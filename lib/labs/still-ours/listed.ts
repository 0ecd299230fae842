/**
 * Addresses, routes and rules: lines of what a program prints.
 *
 * @module
 */
import type { Identity } from "../../shell/invert/identity.ts";
import { beyond, LISTINGS, times } from "../../shell/invert/listings.ts";
import type { Look } from "../../shell/invert/look.ts";
import { inodeOfNetwork, textIn } from "../../shell/invert/network.ts";
import { link as linkOf } from "./links.ts";
import type { Standing } from "./standing.ts";

/** What was made is there more often than before, what was removed less often */
export async function listed(
  { listing, network, list, line, before, change, link, place }: Extract<Identity, { kind: "listed" }>,
  look: Look,
): Promise<Standing> {
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "gone";
  if (link !== null && (await linkOf({ kind: "link", change: "made", ...link }, look)) !== "ours") return "gone";
  const printed = await textIn(look, network.enter, list);
  if (printed === null) return "gone";
  const now = LISTINGS[listing](printed);
  if (place !== null && line !== null) {
    const there = LISTINGS[listing]((await textIn(look, network.enter, place)) ?? "");
    if (times(line, now) > times(line, before) && there[0] !== line) return "another's";
  }
  if (line === null) return beyond(now, before).length > 0 ? "ours" : "gone";
  const [count, was] = [times(line, now), times(line, before)];
  return (change === "made" ? count > was : count < was) ? "ours" : "gone";
}
