/**
 * Properties of an interface that last: those of a kernel that has come to rest.
 *
 * @module
 */
import type { SeenAddress } from "../netlink/see/address.ts";
import type { LowerLink, SeenLink } from "../netlink/see/link.ts";
import type { AddressedLink } from "./state.ts";

/** Flags that change with a delay; `NO-CARRIER` follows from the others */
const LATE: ReadonlySet<string> = new Set(["NO-CARRIER", "M-DOWN"]);

/** Returns flags in their final state */
export function lastingFlags({ flags }: SeenLink): readonly string[] {
  const lasting = flags.filter((flag) => !LATE.has(flag));
  return flags.includes("UP") && !flags.includes("LOWER_UP") ? ["NO-CARRIER", ...lasting] : lasting;
}

/**
 * Returns the final operational state in the words of `ip link`; the kernel does not know it for loopback and others
 * without a lower link
 */
export function lastingState(link: SeenLink): string {
  const [{ flags, operational }, peer] = [link, peerOf(link)];
  if (operational === "unknown" && flags.includes("LOWER_UP") && peer === null) return "UNKNOWN";
  if (!flags.includes("UP")) return "DOWN";
  if (flags.includes("LOWER_UP")) return "UP";
  return peer === null ? "DOWN" : "LOWERLAYERDOWN";
}

/**
 * Reports whether the state is final. RFC 2863: an interface is operational when it and the one below are up;
 * the kernel reports that with a delay
 */
export function isSettled({ flags, operational }: SeenLink): boolean {
  if (!flags.includes("UP")) return true;
  return flags.includes("LOWER_UP") ? !["down", "lowerlayerdown"].includes(operational) : operational !== "up";
}

/** Returns what `ip link` prints after the `@`; a tunnel's lower link is a setting, printed by `-details` only */
export function peerOf({ kind, lower }: SeenLink): LowerLink | null {
  return kind === "vxlan" ? null : lower;
}

/**
 * Writes the addresses that were given, as `ip address` does: `inet 10.1.1.1/32`; the kernel derives a link-local one
 * from each MAC address, with a delay
 */
export function lastingAddresses({ addresses }: AddressedLink): readonly string[] {
  return addresses.filter(({ family, scope }) => family !== "inet6" || scope !== "link").map(addressText);
}

function addressText({ family, local, prefix, peer }: SeenAddress): string {
  return peer === null ? `${family} ${local}/${prefix}` : `${family} ${local} peer ${peer}/${prefix}`;
}
