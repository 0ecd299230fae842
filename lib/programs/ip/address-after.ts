/**
 * The address of a line of `ip address`, as it is shown once the line has run.
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

/** Describes an address that is added or changed; `null` where `ip` takes the words for none */
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

/** Describes an address that is removed: of IPv4 without a prefix, the kernel takes one with any */
export function removedAddress({ said }: Parsed): EntryAfter | null {
  const { local = "", peer } = said;
  const name = nameOf(said);
  if (name === null) return null;
  const address = local.includes("/") || peer !== undefined ? null : readIpAddress(local);
  const isAny = address !== null && familyOf(address) === "inet";
  return { is: "gone", having: [isAny ? `${address}/` : name], lacking: [] };
}

/** Describes that no address is left; `null` where only some are removed */
export function flushedAddresses({ order }: Parsed, { family }: Context): EntryAfter | null {
  const isAll = family === null && order.every(({ name }) => name === "dev");
  return isAll ? { is: "gone", having: [], lacking: [] } : null;
}

/** Names an address as it is shown; with a peer, the prefix is that one's */
function nameOf({ local = "", peer }: Parsed["said"]): string | null {
  if (peer === undefined) return readIpCidr(local);
  const [address, other] = [readIpAddress(local), readIpCidr(peer)];
  return address === null || other === null ? null : `${address} peer ${other}`;
}
