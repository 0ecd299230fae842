import { enteringNamed } from "../../../lib/resources/entering.ts";
import type { Told, ToldLink } from "../../support/kernel/seen-network.ts";
import { lookingAt } from "./looking.ts";

/** The way into the network n */
const ENTER = enteringNamed("n");
const FILE = "/var/run/netns/n";
/** The network n */
export const NETWORK = { enter: ENTER, inode: "7" };
const MAC = "02:00:00:00:00:01";

/** A hardware address that A does not have */
export const OTHER = "02:00:00:00:00:02";

/** What else there is in the network, and what is printed there */
interface Else {
  readonly told?: Told;
  readonly texts?: Readonly<Record<string, string>>;
  /** The number of the network */
  readonly inode?: number;
}

/** The network n, with a link A or without */
export function network(shown: ToldLink | null, { told = {}, texts = {}, inode = 7 }: Else = {}) {
  const state = { state: "up", mtu: 1400, address: MAC, ...shown?.state } as const;
  const links = shown === null ? {} : { A: { index: 5, ...shown, state } };
  return lookingAt({ networks: { [FILE]: inode }, texts, sees: { [FILE]: { links, ...told } } });
}

/** The link A there */
export const A = { network: NETWORK, name: "A", index: 5, mac: MAC };
