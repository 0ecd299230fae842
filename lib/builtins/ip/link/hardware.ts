/**
 * What links are at bottom, and how their addresses there are written.
 * Source: include/uapi/linux/if_arp.h; lib/ll_types.c and lib/ll_addr.c of iproute2
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { hostText } from "../../../netlink/addresses/host-text.ts";
import { NotOurs } from "../words.ts";

interface Hardware {
  readonly name: string;
  /** The family of the addresses of tunnels, which are those of their ends */
  readonly family?: number;
}

/** ARPHRD_*, of which there are sixty more */
const HARDWARE: Readonly<Record<number, Hardware>> = {
  1: { name: "ether" },
  512: { name: "ppp" },
  768: { name: "ipip", family: FAMILY.inet },
  769: { name: "tunnel6", family: FAMILY.inet6 },
  772: { name: "loopback" },
  776: { name: "sit", family: FAMILY.inet },
  778: { name: "gre", family: FAMILY.inet },
  823: { name: "gre6", family: FAMILY.inet6 },
  0xfffe: { name: "none" },
};

/**
 * The name of a link's hardware: `ether`.
 *
 * @throws {NotOurs} when it is a rarer one
 */
export function hardwareName(type: number): string {
  const hardware = HARDWARE[type];
  if (hardware === undefined) throw new NotOurs();
  return hardware.name;
}

/** An address of such hardware: `aa:bb:cc:dd:ee:ff` */
export function hardwareAddress(type: number, bytes: Buffer): string {
  const family = HARDWARE[type]?.family;
  const host = family === undefined ? null : hostText(family, bytes);
  // `ip` would cut longer ones short
  if (bytes.byteLength === 0 || bytes.byteLength > 20) throw new NotOurs();
  return host ?? Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
}
