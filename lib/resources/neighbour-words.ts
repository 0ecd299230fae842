import type { SeenNeighbour } from "../netlink/see/neighbour.ts";

/**
 * Writes a neighbour in the words of `ip neighbour add`: `10.1.0.9 dev eth0 lladdr 02:00:00:00:00:01 nud permanent`. A
 * proxy without a link is on every link. States that the kernel sets itself have no words.
 */
export function neighbourWords({ destination, dev, address, state, isRouter, protocol }: SeenNeighbour): string {
  const isProxy = state === "proxy";
  return [
    isProxy ? `proxy ${destination}` : destination,
    ...(dev === "" ? [] : [`dev ${dev}`]),
    ...(address === null ? [] : [`lladdr ${address}`]),
    ...(isRouter ? ["router"] : []),
    ...(isProxy || state === "passing" ? [] : [`nud ${state}`]),
    ...(protocol === null ? [] : [`proto ${protocol}`]),
  ].join(" ");
}
