/**
 * The interfaces of a network, without what the kernel still changes by itself.
 *
 * @module
 */
import type { Link } from "./state.ts";

/** What is read of ip-address(8) in JSON */
interface Shown {
  readonly ifindex: number;
  readonly ifname: string;
  readonly link?: string;
  readonly link_index?: number;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly master?: string;
  readonly operstate: string;
  readonly address?: string;
  readonly addr_info: readonly ShownAddress[];
}

interface ShownAddress {
  readonly family: string;
  readonly local: string;
  readonly prefixlen: number;
  readonly scope: string;
  /** The other end's, of an address with a peer */
  readonly address?: string;
}

/** What comes a while after it was caused; `NO-CARRIER` follows from the others */
const LATE: ReadonlySet<string> = new Set(["NO-CARRIER", "M-DOWN"]);

/** Interfaces, and whether the kernel has come to rest about them */
export interface SeenLinks {
  readonly links: readonly Link[];
  readonly settled: boolean;
}

/**
 * Reads what `ip -json address show` prints.
 *
 * @example
 * ```ts
 * import { linksIn } from "./links.ts";
 * import { expect } from "bun:test";
 *
 * const lo = { ifindex: 1, ifname: "lo", flags: ["LOOPBACK", "UP", "LOWER_UP"], mtu: 65536, operstate: "UNKNOWN", addr_info: [] };
 * const { links, settled } = linksIn(JSON.stringify([lo]));
 * expect(links).toMatchObject([{ name: "lo", peer: null, state: "UNKNOWN" }]);
 * expect(settled).toBe(true);
 * ```
 */
export function linksIn(text: string): SeenLinks {
  if (text.trim() === "") return { links: [], settled: true };
  // iproute2's own format, in which nothing stands for an interface that has just gone
  const shown = (JSON.parse(text) as readonly Partial<Shown>[]).filter((entry): entry is Shown => "ifname" in entry);
  const links = shown.map((link): Link => {
    const peerIndex = link.link_index ?? shown.find(({ ifname }) => ifname === link.link)?.ifindex ?? null;
    const peer = link.link ?? (link.link_index === undefined ? null : `if${link.link_index}`);
    return {
      index: link.ifindex,
      name: link.ifname,
      peer,
      peerIndex,
      mac: link.address ?? "",
      flags: flagsOf(link.flags),
      mtu: link.mtu,
      master: link.master ?? null,
      state: stateOf(link, peer),
      addresses: link.addr_info.filter(isLasting).map(addressText),
    };
  });
  return { links, settled: shown.every(isSettled) };
}

/** As `ip` shows them once the kernel has come to rest */
function flagsOf(flags: readonly string[]): readonly string[] {
  const lasting = flags.filter((flag) => !LATE.has(flag));
  return flags.includes("UP") && !flags.includes("LOWER_UP") ? ["NO-CARRIER", ...lasting] : lasting;
}

/** The same; of loopback, and others with nothing below them, the kernel doesn't know */
function stateOf({ flags, operstate }: Shown, peer: string | null): string {
  if (operstate === "UNKNOWN" && flags.includes("LOWER_UP") && peer === null) return operstate;
  if (!flags.includes("UP")) return "DOWN";
  if (flags.includes("LOWER_UP")) return "UP";
  return peer === null ? "DOWN" : "LOWERLAYERDOWN";
}

/** RFC 2863: an interface is operational when it is up, and what is below it as well; that is said a moment late */
function isSettled({ flags, operstate }: Shown): boolean {
  if (!flags.includes("UP")) return true;
  return flags.includes("LOWER_UP") ? !["DOWN", "LOWERLAYERDOWN"].includes(operstate) : operstate !== "UP";
}

/** The kernel makes one for itself of each MAC address, and takes its time about it */
function isLasting({ family, scope }: ShownAddress): boolean {
  return family !== "inet6" || scope !== "link";
}

function addressText({ family, local, prefixlen, address }: ShownAddress): string {
  return address === undefined ? `${family} ${local}/${prefixlen}` : `${family} ${local} peer ${address}/${prefixlen}`;
}
