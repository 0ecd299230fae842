import type { SeenNeighbour } from "../netlink/see/neighbour.ts";

/**
 * Writes a neighbour in the words of `ip neighbour add`: `10.1.0.9 dev eth0 lladdr 02:00:00:00:00:01 nud permanent`. The
 * state of one that the kernel has learned itself can't be typed.
 */
export function neighbourWords({ destination, dev, address, state, isRouter }: SeenNeighbour): string {
  return [
    destination,
    `dev ${dev}`,
    ...(address === null ? [] : [`lladdr ${address}`]),
    ...(isRouter ? ["router"] : []),
    ...(state === "passing" ? [] : [`nud ${state}`]),
  ].join(" ");
}
