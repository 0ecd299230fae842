import { type Attribute, bytes, text, u32 } from "../rtnetlink/attribute.ts";
import { IFF } from "./flags.ts";
import { IFLA } from "./link-message.ts";

type Switch = "on" | "off";

/** What a link can be made with, or changed to, of whatever kind it is; of what is left out the kernel decides */
export interface LinkSettings {
  /** 1 to 15 bytes. Without one a new link is called by its kind and a number, as `veth0` */
  readonly name?: string;
  /** A new veth cannot be up from the start, as its peer is not there yet */
  readonly state?: "up" | "down";
  /** 68 to 65535 for most kinds; the kernel refuses others, and says the limit */
  readonly mtu?: number;
  /** The hardware address, six bytes */
  readonly address?: Uint8Array;
  /** How many packets can wait to be sent */
  readonly queueLength?: number;
  /** The number of the bridge, or other master, that it becomes a port of; 0 takes it out */
  readonly master?: number;
  /** The network namespace that it is to be in, by a descriptor that is open */
  readonly netns?: number;
  /** The same, by the id of a process that is in it */
  readonly netnsOf?: number;
  readonly promiscuous?: Switch;
  readonly multicast?: Switch;
  readonly allMulticast?: Switch;
  readonly arp?: Switch;
  readonly dynamic?: Switch;
  /** A text about it, 255 bytes at most; an empty one takes it away */
  readonly alias?: string;
}

/** The flag that each of these sets, when it says so */
const FLAGS = {
  promiscuous: { flag: IFF.promiscuous, set: "on" },
  multicast: { flag: IFF.multicast, set: "on" },
  allMulticast: { flag: IFF.allMulticast, set: "on" },
  arp: { flag: IFF.noArp, set: "off" },
  dynamic: { flag: IFF.dynamic, set: "on" },
  state: { flag: IFF.up, set: "up" },
} as const;

/** The flags that settings are about, and how they shall be */
export function linkFlags(settings: LinkSettings): { readonly flags: number; readonly change: number } {
  let [flags, change] = [0, 0];
  for (const [key, { flag, set }] of Object.entries(FLAGS)) {
    const wanted = settings[key as keyof typeof FLAGS];
    if (wanted !== undefined) change |= flag;
    if (wanted === set) flags |= flag;
  }
  return { flags, change };
}

/** The attributes that settings are told by */
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
