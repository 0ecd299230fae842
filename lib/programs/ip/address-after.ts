/**
 * The address in a line of `ip address`, as `ip` shows it once the line has run.
 *
 * @module
 */
import type { EntryAfter } from "../../resources/entry-after.ts";
import { familyOf } from "../../values/address/family.ts";
import { readIpAddress, readIpCidr } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";
import type { Context } from "../verb.ts";

/** Flags that are shown as they are typed */
const FLAGS = ["noprefixroute", "nodad", "home", "mngtmpaddr", "autojoin"] as const;

/** Describes an added or changed address; `null` when `ip` reads the words as no address */
export function addedAddress({ said, order }: Parsed): EntryAfter | null {
  const { metric, label, dev } = said;
  const name = nameOf(said);
  if (name === null) return null;
  const having = [
    name,
    ...(metric === undefined ? [] : [`metric ${metric}`]),
    ...(label === undefined || label === dev ? [] : [`label ${label}`]),
    ...FLAGS.filter((flag) => order.some((one) => one.name === flag)),
  ];
  return { is: "there", having, lacking: [] };
}

/** Describes a removed address; for an IPv4 address without a prefix, the kernel removes one with any prefix */
export function removedAddress({ said }: Parsed): EntryAfter | null {
  const { local = "", peer } = said;
  const name = nameOf(said);
  if (name === null) return null;
  const address = local.includes("/") || peer !== undefined ? null : readIpAddress(local);
  const isAny = address !== null && familyOf(address) === "inet";
  return { is: "gone", having: [isAny ? `${address}/` : name], lacking: [] };
}

/** Describes an empty list of addresses; `null` when only some are removed */
export function flushedAddresses({ order }: Parsed, { family }: Context): EntryAfter | null {
  const isAll = family === null && order.every(({ name }) => name === "dev");
  return isAll ? { is: "gone", having: [], lacking: [] } : null;
}

/** Formats an address as `ip` shows it; with a peer, the prefix is the peer's */
function nameOf({ local = "", peer }: Parsed["said"]): string | null {
  if (peer === undefined) return readIpCidr(local);
  const [address, other] = [readIpAddress(local), readIpCidr(peer)];
  return address === null || other === null ? null : `${address} peer ${other}`;
}
