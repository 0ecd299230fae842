/**
 * The interfaces of a network, without transient state.
 *
 * @module
 */
import type { SeenAddress } from "../netlink/see/address.ts";
import type { SeenLink } from "../netlink/see/link.ts";
import type { SeenNetwork } from "../netlink/see/network.ts";
import { settingsOf } from "../resources/link-settings.ts";
import type { Link } from "./state.ts";

/** Flags that change with a delay; `NO-CARRIER` follows from the others */
const LATE: ReadonlySet<string> = new Set(["NO-CARRIER", "M-DOWN"]);

/** Interfaces, and whether their state is final */
export interface SeenLinks {
  readonly links: readonly Link[];
  readonly settled: boolean;
}

/** Reads the interfaces of a network, in the words of `ip address show` */
export function linksIn(network: SeenNetwork): SeenLinks {
  const seen = network.links();
  const links = seen.map((link): Link => {
    // A tunnel's lower link is a setting, which `ip` shows with `-details` only
    const lower = link.kind === "vxlan" ? null : link.lower;
    const peer = lower === null ? null : (lower.name ?? `if${lower.index}`);
    return {
      index: link.index,
      name: link.name,
      peer,
      peerIndex: lower?.index ?? null,
      flags: flagsOf(link.flags),
      state: stateOf(link, peer),
      settings: settingsOf(link),
      addresses: network.addresses(link.index).filter(isLasting).map(addressText),
    };
  });
  return { links, settled: seen.every(isSettled) };
}

/** Returns flags in their final state */
function flagsOf(flags: readonly string[]): readonly string[] {
  const lasting = flags.filter((flag) => !LATE.has(flag));
  return flags.includes("UP") && !flags.includes("LOWER_UP") ? ["NO-CARRIER", ...lasting] : lasting;
}

/** Returns the operational state, which the kernel does not know for loopback and others without a lower link */
function stateOf({ flags, operational }: SeenLink, peer: string | null): string {
  if (operational === "unknown" && flags.includes("LOWER_UP") && peer === null) return "UNKNOWN";
  if (!flags.includes("UP")) return "DOWN";
  if (flags.includes("LOWER_UP")) return "UP";
  return peer === null ? "DOWN" : "LOWERLAYERDOWN";
}

/**
 * Reports whether the state is final. RFC 2863: an interface is operational when it and the one below are up;
 * the kernel reports that with a delay
 */
function isSettled({ flags, operational }: SeenLink): boolean {
  if (!flags.includes("UP")) return true;
  return flags.includes("LOWER_UP") ? !["down", "lowerlayerdown"].includes(operational) : operational !== "up";
}

/**
 * Reports whether an address was given; the kernel derives a link-local one from each MAC address, with a
 * delay
 */
function isLasting({ family, scope }: SeenAddress): boolean {
  return family !== "inet6" || scope !== "link";
}

function addressText({ family, local, prefix, peer }: SeenAddress): string {
  return peer === null ? `${family} ${local}/${prefix}` : `${family} ${local} peer ${peer}/${prefix}`;
}
