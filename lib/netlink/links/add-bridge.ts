import { type Attribute, u16, u32, u8 } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions } from "./add-link.ts";

/** IFLA_BR_*, include/uapi/linux/if_link.h */
const BRIDGE = {
  forwardDelay: 1,
  helloTime: 2,
  maxAge: 3,
  ageingTime: 4,
  stp: 5,
  priority: 6,
  vlanFiltering: 7,
} as const;

/** What only bridges have; of what is left out the kernel decides. Times are in hundredths of a second */
export interface BridgeSettings {
  /** Whether it speaks the spanning tree protocol; a new one does not */
  readonly stp?: "on" | "off";
  /** Until a new port forwards, 200 to 3000 with the protocol */
  readonly forwardDelay?: number;
  readonly helloTime?: number;
  readonly maxAge?: number;
  /** Until an address is forgotten that nothing came from */
  readonly ageingTime?: number;
  /** Of the protocol, 0 to 65535: the lowest becomes the root */
  readonly priority?: number;
  readonly vlanFiltering?: "on" | "off";
}

/**
 * Makes a bridge.
 *
 * Equivalent to: `ip link add $name type bridge`
 *
 * Refused with `EEXIST` when the name is taken, `EOPNOTSUPP` on a kernel without bridges
 */
export function addBridge(options: LinkOptions & BridgeSettings): Request {
  return addLinkOf({ kind: "bridge", data: bridgeAttributes(options), beside: [] }, options);
}

/** The attributes that the settings are told by */
export function bridgeAttributes(settings: BridgeSettings): Attribute[] {
  const { stp, forwardDelay, helloTime, maxAge, ageingTime, priority, vlanFiltering } = settings;
  return [
    ...(stp === undefined ? [] : [u32(BRIDGE.stp, stp === "on" ? 1 : 0)]),
    ...(forwardDelay === undefined ? [] : [u32(BRIDGE.forwardDelay, forwardDelay)]),
    ...(helloTime === undefined ? [] : [u32(BRIDGE.helloTime, helloTime)]),
    ...(maxAge === undefined ? [] : [u32(BRIDGE.maxAge, maxAge)]),
    ...(ageingTime === undefined ? [] : [u32(BRIDGE.ageingTime, ageingTime)]),
    ...(priority === undefined ? [] : [u16(BRIDGE.priority, priority)]),
    ...(vlanFiltering === undefined ? [] : [u8(BRIDGE.vlanFiltering, vlanFiltering === "on" ? 1 : 0)]),
  ];
}
