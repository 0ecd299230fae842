/**
 * Links and their settings.
 *
 * @module
 */
import type { Identity, LinkIdentity } from "../../resources/identity.ts";
import { identityOf, isSameLink, type PlacedLink } from "../../resources/link.ts";
import { settingsOf } from "../../resources/link-settings.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork, seeIn } from "../../resources/network.ts";
import { type Standing, standingOf } from "./standing.ts";

/** A created link is ours while it is the same one; a removed link is missing while no other has its name */
export async function link(identity: Extract<Identity, { kind: "link" }>, look: Look): Promise<Standing> {
  const found = await find(identity, look);
  if (found === "no network") return "gone";
  if (identity.change === "removed") return found === null ? "ours" : "gone";
  if (found === null) return "gone";
  return isSame(found, identity) ? "ours" : "another's";
}

/** A setting is ours while it has the value that we gave it */
export async function linkSetting(
  identity: Extract<Identity, { kind: "link setting" }>,
  look: Look,
): Promise<Standing> {
  const found = await find(identity, look);
  if (found === null || found === "no network") return "gone";
  if (!isSame(found, identity)) return "another's";
  return standingOf(settingsOf(found.link)[identity.setting] ?? "", identity);
}

async function find({ network, name }: LinkIdentity, look: Look): Promise<PlacedLink | null | "no network"> {
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "no network";
  const link = seeIn(look, network.enter, (seen) => seen.link(name));
  return link === null ? null : { network, link };
}

/** Compares identities; while nothing else is known of our link, its name decides */
function isSame(found: PlacedLink, ours: LinkIdentity): boolean {
  return (ours.index === null && ours.mac === null) || isSameLink(identityOf(found), ours);
}
