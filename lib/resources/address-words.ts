import type { SeenAddress } from "../netlink/see/address.ts";

/** Writes an address in the words of `ip address add`, without its link: `10.1.1.1/24 scope global` */
export function addressWords(address: SeenAddress, link: string): string {
  const { local, peer, prefix, broadcast, scope, label, metric, flags } = address;
  return [
    peer === null ? `${local}/${prefix}` : `${local} peer ${peer}/${prefix}`,
    ...(broadcast === null ? [] : [`broadcast ${broadcast}`]),
    `scope ${scope}`,
    ...(label === null || label === link ? [] : [`label ${label}`]),
    ...(metric === null ? [] : [`metric ${metric}`]),
    ...flags,
  ].join(" ");
}

/** Shortens the words of an existing address to those that identify it */
export function addressName(words: string): string {
  return words.replace(/ (?:broadcast|scope) .*/, "");
}

/**
 * Reports whether somebody added the address; the kernel itself adds IPv6 link-local addresses, and those of the
 * loopback
 */
export function isGiven({ family, scope }: SeenAddress): boolean {
  return family === "inet" || (scope !== "link" && scope !== "host");
}
