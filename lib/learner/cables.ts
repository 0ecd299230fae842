/**
 * Finds the two ends of a cable.
 *
 * @module
 */
import type { SeenLink } from "../netlink/see/link.ts";
import type { Networks, Place } from "./host-networks.ts";

/** An interface and its network */
export interface Standing {
  readonly place: Place;
  readonly link: SeenLink;
}

/** Lists all interfaces of all networks */
export async function allLinks(networks: Networks): Promise<readonly Standing[]> {
  const places = await networks.all();
  const links = await Promise.all(places.map((place) => networks.linksIn(place)));
  return places.flatMap((place, at) => (links[at] ?? []).map((link) => ({ place, link })));
}

/** Finds the other end of a cable; `null` when it is not among these */
export function otherEnd({ place, link }: Standing, all: readonly Standing[]): Standing | null {
  const { lower } = link;
  if (lower === null) return null;
  const isEnd = (other: Standing) =>
    lower.name === null
      ? // Numbers of interfaces are each network's own: both must say so
        other.place.key !== place.key && other.link.index === lower.index && isOverOther(other.link, link)
      : other.place.key === place.key && other.link.name === lower.name;
  return all.find(isEnd) ?? null;
}

/** Reports whether a link's lower one is in another network, and has the number of this one */
function isOverOther({ lower }: SeenLink, { index }: SeenLink): boolean {
  return lower !== null && lower.name === null && lower.index === index;
}
