/**
 * Which ends belong to one cable.
 *
 * @module
 */
import type { Networks, Place } from "./networks.ts";
import type { SeenLink } from "./seen-link.ts";

/** An interface, and where it is */
export interface Standing {
  readonly place: Place;
  readonly link: SeenLink;
}

/** All interfaces of all networks */
export async function allLinks(networks: Networks): Promise<readonly Standing[]> {
  const places = await networks.all();
  const links = await Promise.all(places.map((place) => networks.linksIn(place)));
  return places.flatMap((place, at) => (links[at] ?? []).map((link) => ({ place, link })));
}

/** The other end of a cable; `null` when it is nowhere among these */
export function otherEnd({ place, link }: Standing, all: readonly Standing[]): Standing | null {
  const { end } = link;
  const isEnd = (other: Standing) =>
    typeof end === "string"
      ? other.place.key === place.key && other.link.name === end
      : // Numbers of interfaces are each network's own: both must say so
        other.place.key !== place.key && other.link.index === end && other.link.end === link.index;
  return end === null ? null : (all.find(isEnd) ?? null);
}
