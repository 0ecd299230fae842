/**
 * Keywords that `ip` reads where an interface name may stand (`ip link add A …`, `ip link set A …`, `ip link show A`,
 * `ip addr show A`), compared as whole words: iproute2's ip/iplink.c and ip/ipaddress.c.
 */
const WHOLE = [
  "allmulticast arp brd carrier dev down group gro_max_size gso_max_segs gso_max_size index label mode mtu",
  "multicast name netns netns-immutable parentdev promisc protodown protodown_reason qlen scope state to",
  "trailers up vf vrf xdp xdpdrv xdpgeneric xdpoffload",
].flatMap((line) => line.split(" "));

/** Keywords that iproute2's matches() compares, so any beginning of one counts: `a` is `address` */
const ABBREVIATED = [
  "address addrgenmode alias broadcast dynamic help link link-netns link-netnsid master nomaster",
  "numtxqueues numrxqueues txqueuelen txqlen type",
].flatMap((line) => line.split(" "));

/**
 * Returns the keyword that `ip` reads in place of an interface name, or `null` when it reads a name.
 *
 * @example
 * ```ts
 * import { ipWord } from "./ip-words.ts";
 * import { expect } from "bun:test";
 *
 * expect(ipWord("a")).toBe("address");
 * expect(ipWord("A")).toBeNull();
 * ```
 */
export function ipWord(name: string): string | null {
  if (name === "") return null;
  if (WHOLE.includes(name)) return name;
  return ABBREVIATED.find((word) => word.startsWith(name)) ?? null;
}
