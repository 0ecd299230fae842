/**
 * Addresses, routes, rules and neighbours: added, changed and removed.
 *
 * @module
 */
import type { EntryAfter } from "../../resources/entry-after.ts";
import { entriesIn, type EntryList } from "../../resources/entry.ts";
import { seeIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import { findLink, type FoundLink } from "../follow-link.ts";
import type { Place } from "../host-networks.ts";
import type { Question, Sight } from "../sight.ts";
import { addressFinding } from "./address.ts";
import { listedFinding } from "./listed-entry.ts";

/** `ip addr add`, `ip route del`, `ip rule add`, `ip neigh replace` */
export async function entrySet({ way, list, after }: Deed<"entry">, sight: Sight): Promise<readonly Question[]> {
  const { look, networks, lives } = sight;
  const place = await networks.behind(way);
  const link = list.of === "address" ? list.link : linkIn(after);
  const turn = link === null ? null : await lives.turn(way, link, { netns: null, newName: null });
  const seenAt = (at: Place, now: EntryList) => seeIn(look, at.way, (network) => entriesIn(network, now)) ?? [];
  return [
    async () => {
      const there = turn === null ? null : await findLink(turn.life, networks);
      if (list.of !== "address" || turn === null)
        return listedFinding(throughLink(after, link, there), { list, place }, seenAt(place, list));
      const own = there === null ? [] : seenAt(there.place, { of: "address", link: there.link.name });
      return addressFinding(after, turn, { there, own });
    },
  ];
}

/** Finds the link of an entry in the words that it is shown with */
function linkIn({ having }: EntryAfter): string | null {
  return having.find((part) => part.startsWith("dev "))?.slice("dev ".length) ?? null;
}

/** Replaces the link's name by its present one */
function throughLink(after: EntryAfter, link: string | null, there: FoundLink | null): EntryAfter {
  const now = there?.link.name ?? link;
  return { ...after, having: after.having.map((part) => (part === `dev ${link}` ? `dev ${now}` : part)) };
}
