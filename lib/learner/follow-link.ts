/**
 * Finds an interface that lines have made, moved or renamed.
 *
 * @module
 */
import { allLinks, otherEnd, type Standing } from "./cables.ts";
import type { LinkLife } from "./link-life.ts";
import type { Networks } from "./host-networks.ts";

/** An interface as it is now; `isWhole` when it is the one that was made, for a cable with the right other end */
export interface FoundLink extends Standing {
  readonly isWhole: boolean;
}

/** Finds an interface; `null` when it is nowhere */
export async function findLink(life: LinkLife, networks: Networks): Promise<FoundLink | null> {
  const all = await allLinks(networks);
  const candidates = await candidatesOf(life, networks, all);
  const whole = candidates.find((standing) => isWhole(life, standing, all));
  const [first] = candidates;
  if (whole !== undefined) return { ...whole, isWhole: true };
  return first === undefined ? null : { ...first, isWhole: false };
}

/**
 * Lists candidates: first at its stations, from the last to the first, then anything that has one of its names. Under a
 * name that it was given later, it must be whole to count, because Docker also calls its interfaces `eth0`.
 */
async function candidatesOf(
  life: LinkLife,
  networks: Networks,
  all: readonly Standing[],
): Promise<readonly Standing[]> {
  const stations = life.stations.toReversed();
  const there = await Promise.all(
    stations.map(async ({ place, name }) => {
      const links = await networks.linksIn(place);
      return links.filter((link) => link.name === name).map((link) => ({ place, link }));
    }),
  );
  const names = stations.map(({ name }) => name);
  const elsewhere = life.type === "veth" ? all.filter(({ link }) => names.includes(link.name)) : [];
  return [...there.flat(), ...elsewhere].filter(
    (standing) =>
      life.type === null ||
      (standing.link.kind === life.type && (standing.link.name === life.name || isWhole(life, standing, all))),
  );
}

function isWhole(life: LinkLife, standing: Standing, all: readonly Standing[]): boolean {
  const peer = life.peer();
  if (peer === null) return true;
  const end = otherEnd(standing, all);
  return end !== null && peer.stations.some(({ name }) => name === end.link.name);
}
