import { lookingAt } from "./looking.ts";

/** The way into the network n */
const ENTER = ["ip", "netns", "exec", "n"];
/** The network n */
export const NETWORK = { enter: ENTER, inode: "7" };
const MAC = "02:00:00:00:00:01";

/** A hardware address that A does not have */
export const OTHER = "02:00:00:00:00:02";

/** The network n, with a link A or without, and what else is printed there */
export function network(shown: object | null, texts: Readonly<Record<string, string>> = {}, inode = 7) {
  const link = { ifindex: 5, ifname: "A", flags: ["UP"], mtu: 1400, address: MAC, ...shown };
  const show = `${ENTER.join(" ")} ip -details -json address show dev A`;
  const all = shown === null ? texts : { ...texts, [show]: JSON.stringify([link]) };
  return lookingAt({ networks: { "/var/run/netns/n": inode }, texts: all });
}

/** The link A there */
export const A = { network: NETWORK, name: "A", index: 5, mac: MAC };
