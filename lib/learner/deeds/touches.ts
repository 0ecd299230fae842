/**
 * Results of programs whose lines have verbs, by what the verbs touch.
 *
 * @module
 */
import type { EntryTouch } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import type { LinkTouch } from "../../resources/link-touch.ts";
import type { NetnsTouch } from "../../resources/netns/netns-touch.ts";
import type { NftTouch } from "../../resources/nft/nft-touch.ts";
import type { Deed, Polarity } from "../deed.ts";

/** Lists the results of touches that the line names; what the kernel changes along with them is not checked */
export function deedsOfTouches(touches: readonly Touch[]): readonly Deed[] {
  return touches.flatMap((touch) => {
    if (touch.by === "kernel") return [];
    switch (touch.kind) {
      case "link":
        return linkDeeds(touch, touches);
      case "entry":
        return entryDeeds(touch);
      case "netns":
        return [{ kind: "path", polarity: polarityOf(touch), path: `/var/run/netns/${touch.name}` }];
      case "nft":
        return nftDeeds(touch);
      case "qdisc":
        return [{ kind: "qdisc", way: touch.place.enter, link: touch.link, parent: touch.parent, qdisc: touch.qdisc }];
    }
  });
}

function linkDeeds(touch: LinkTouch, all: readonly Touch[]): readonly Deed[] {
  const { place, which, effect, said, after, moves } = touch;
  const { enter: way, netns } = place;
  if (!("name" in which)) return [];
  const { name } = which;
  if (effect === "removes") return [{ kind: "link deleted", way, name }];
  if (effect === "makes")
    return after.kind === null ? [] : [{ kind: "link made", way, name, type: after.kind, netns, peer: peerIn(all) }];
  return [
    {
      kind: "link set",
      way,
      name,
      netns: moves?.to.netns ?? null,
      newName: moves === null || moves.name === name ? null : moves.name,
      // Settings that only change along with a move are left out
      settings: Object.fromEntries([...said].map((setting) => [setting, after.settings[setting] ?? ""])),
    },
  ];
}

/** Finds the other end of a new cable */
function peerIn(touches: readonly Touch[]): { readonly name: string; readonly netns: string | null } | null {
  for (const touch of touches) {
    if (touch.kind !== "link" || touch.effect !== "makes" || touch.by !== "kernel" || !("name" in touch.which))
      continue;
    return { name: touch.which.name, netns: touch.place.netns };
  }
  return null;
}

function entryDeeds({ place: { enter: way }, which, after }: EntryTouch): readonly Deed[] {
  return after === null || "linkOf" in which ? [] : [{ kind: "entry", way, list: which, after }];
}

function polarityOf({ effect }: Pick<NetnsTouch | NftTouch, "effect">): Polarity {
  return effect === "makes" ? "there" : "gone";
}

/** Lists tables and chains; a rule has no name to find it by */
function nftDeeds({ of, effect, place, family, table, chain }: NftTouch): readonly Deed[] {
  if (of === "rule") return [];
  const name = [of, family, table, ...(chain === null ? [] : [chain])];
  return [
    {
      kind: "named",
      polarity: polarityOf({ effect }),
      way: place.enter,
      list: ["nft", "list", ...name],
      name: name.join(" "),
    },
  ];
}
