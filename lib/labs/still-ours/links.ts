/**
 * Links, and their settings.
 *
 * @module
 */
import type { Identity, LinkIdentity } from "../../resources/identity.ts";
import { identityOf, isSameLink, type PlacedLink } from "../../resources/link.ts";
import { settingsOf } from "../../resources/link-settings.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork, seeIn } from "../../resources/network.ts";
import { type Standing, standingOf } from "./standing.ts";

/** A link that was made is there as long as it is the same; one that was removed is missing as long as no other is there */
export async function link(identity: Extract<Identity, { kind: "link" }>, look: Look): Promise<Standing> {
  const found = await find(identity, look);
  if (found === "no network") return "gone";
  if (identity.change === "removed") return found === null ? "ours" : "gone";
  if (found === null) return "gone";
  return isSame(found, identity) ? "ours" : "another's";
}

/** A setting is ours as long as it is what we have made of it */
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

/** As long as nothing else is known of ours, it is the one of that name */
function isSame(found: PlacedLink, ours: LinkIdentity): boolean {
  return (ours.index === null && ours.mac === null) || isSameLink(identityOf(found), ours);
}
