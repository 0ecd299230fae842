import type { SeenAddress } from "../netlink/see/address.ts";

/** Writes an address in the words of `ip address add`, but for its link: `10.1.1.1/24 scope global` */
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

/** Shortens the words of an address that is there to those that name it */
export function addressName(words: string): string {
  return words.replace(/ (?:broadcast|scope) .*/, "");
}

/** Reports whether somebody has given it to the link: a link-local one of IPv6 is the kernel's, as is that of its loopback */
export function isGiven({ family, scope }: SeenAddress): boolean {
  return family === "inet" || (scope !== "link" && scope !== "host");
}
