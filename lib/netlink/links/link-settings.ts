import { type Attribute, bytes, text, u32 } from "../rtnetlink/attribute.ts";
import { IFF } from "./interface-flags.ts";
import { IFLA } from "./link-message.ts";

type Switch = "on" | "off";

/** Settings of a link of any kind; the kernel chooses those that are omitted */
export interface LinkSettings {
  /** 1 to 15 bytes. Defaults to the kind and a number, as `veth0` */
  readonly name?: string;
  /** A new veth can't be up from the start, since its peer does not exist yet */
  readonly state?: "up" | "down";
  /** 68 to 65535 for most kinds; the kernel refuses other values and states the limit */
  readonly mtu?: number;
  /** The hardware address, six bytes */
  readonly address?: Uint8Array;
  /** The length of the transmit queue, in packets */
  readonly queueLength?: number;
  /** The index of the bridge, or other master, that the link becomes a port of; 0 removes it from its master */
  readonly master?: number;
  /** The network namespace to move the link to, by an open descriptor */
  readonly netns?: number;
  /** The network namespace to move the link to, by the id of a process in it */
  readonly netnsOf?: number;
  readonly promiscuous?: Switch;
  readonly multicast?: Switch;
  readonly allMulticast?: Switch;
  readonly arp?: Switch;
  readonly dynamic?: Switch;
  /** A description, at most 255 bytes; an empty one deletes it */
  readonly alias?: string;
}

/** The flag behind each setting */
const FLAGS = {
  promiscuous: { flag: IFF.promiscuous, set: "on" },
  multicast: { flag: IFF.multicast, set: "on" },
  allMulticast: { flag: IFF.allMulticast, set: "on" },
  arp: { flag: IFF.noArp, set: "off" },
  dynamic: { flag: IFF.dynamic, set: "on" },
  state: { flag: IFF.up, set: "up" },
} as const;

/** Returns the settings' flags and their mask */
export function linkFlags(settings: LinkSettings): { readonly flags: number; readonly change: number } {
  let [flags, change] = [0, 0];
  for (const [key, { flag, set }] of Object.entries(FLAGS)) {
    const wanted = settings[key as keyof typeof FLAGS];
    if (wanted !== undefined) change |= flag;
    if (wanted === set) flags |= flag;
  }
  return { flags, change };
}

/** Encodes the settings as attributes */
export function linkAttributes(settings: LinkSettings): Attribute[] {
  const { name, mtu, address, queueLength, master, netns, netnsOf, alias } = settings;
  return [
    ...(name === undefined ? [] : [text(IFLA.name, name)]),
    ...(mtu === undefined ? [] : [u32(IFLA.mtu, mtu)]),
    ...(address === undefined ? [] : [bytes(IFLA.address, address)]),
    ...(queueLength === undefined ? [] : [u32(IFLA.queueLength, queueLength)]),
    ...(master === undefined ? [] : [u32(IFLA.master, master)]),
    ...(netns === undefined ? [] : [u32(IFLA.netnsFd, netns)]),
    ...(netnsOf === undefined ? [] : [u32(IFLA.netnsPid, netnsOf)]),
    ...(alias === undefined ? [] : [bytes(IFLA.alias, Buffer.from(alias))]),
  ];
}
