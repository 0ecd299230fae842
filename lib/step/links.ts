/**
 * The interfaces of a network, without what the kernel still changes by itself.
 *
 * @module
 */
import type { SeenAddress } from "../netlink/see/address.ts";
import type { SeenLink } from "../netlink/see/link.ts";
import type { SeenNetwork } from "../netlink/see/network.ts";
import type { Link } from "./state.ts";

/** What comes a while after it was caused; `NO-CARRIER` follows from the others */
const LATE: ReadonlySet<string> = new Set(["NO-CARRIER", "M-DOWN"]);

/** Interfaces, and whether the kernel has come to rest about them */
export interface SeenLinks {
  readonly links: readonly Link[];
  readonly settled: boolean;
}

/** Reads the interfaces of a network, in the words of `ip address show` */
export function linksIn(network: SeenNetwork): SeenLinks {
  const seen = network.links();
  const links = seen.map((link): Link => {
    // A tunnel's is a setting of its own, which `ip` shows with `-details` only
    const lower = link.kind === "vxlan" ? null : link.lower;
    const peer = lower === null ? null : (lower.name ?? `if${lower.index}`);
    return {
      index: link.index,
      name: link.name,
      peer,
      peerIndex: lower?.index ?? null,
      mac: link.state.address,
      flags: flagsOf(link.flags),
      mtu: link.state.mtu,
      master: link.state.master === "" ? null : link.state.master,
      state: stateOf(link, peer),
      addresses: network.addresses(link.index).filter(isLasting).map(addressText),
    };
  });
  return { links, settled: seen.every(isSettled) };
}

/** As `ip` shows them once the kernel has come to rest */
function flagsOf(flags: readonly string[]): readonly string[] {
  const lasting = flags.filter((flag) => !LATE.has(flag));
  return flags.includes("UP") && !flags.includes("LOWER_UP") ? ["NO-CARRIER", ...lasting] : lasting;
}

/** The same; of loopback, and others with nothing below them, the kernel doesn't know */
function stateOf({ flags, operational }: SeenLink, peer: string | null): string {
  if (operational === "unknown" && flags.includes("LOWER_UP") && peer === null) return "UNKNOWN";
  if (!flags.includes("UP")) return "DOWN";
  if (flags.includes("LOWER_UP")) return "UP";
  return peer === null ? "DOWN" : "LOWERLAYERDOWN";
}

/** RFC 2863: an interface is operational when it is up, and what is below it as well; that is said a moment late */
function isSettled({ flags, operational }: SeenLink): boolean {
  if (!flags.includes("UP")) return true;
  return flags.includes("LOWER_UP") ? !["down", "lowerlayerdown"].includes(operational) : operational !== "up";
}

/** The kernel makes one for itself of each MAC address, and takes its time about it */
function isLasting({ family, scope }: SeenAddress): boolean {
  return family !== "inet6" || scope !== "link";
}

function addressText({ family, local, prefix, peer }: SeenAddress): string {
  return peer === null ? `${family} ${local}/${prefix}` : `${family} ${local} peer ${peer}/${prefix}`;
}
