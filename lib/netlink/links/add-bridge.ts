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

/**
 * Settings that only bridges have; for omitted ones the kernel's defaults apply. Times are in hundredths of a
 * second
 */
export interface BridgeSettings {
  /** Switches the spanning tree protocol; off on a new bridge */
  readonly stp?: "on" | "off";
  /** The time until a new port forwards; 200 to 3000 while the protocol is on */
  readonly forwardDelay?: number;
  readonly helloTime?: number;
  readonly maxAge?: number;
  /** The time after which an address that sends nothing is forgotten */
  readonly ageingTime?: number;
  /** The spanning tree protocol's bridge priority, 0 to 65535: the lowest becomes the root */
  readonly priority?: number;
  readonly vlanFiltering?: "on" | "off";
}

/**
 * Creates a bridge.
 *
 * Equivalent to: `ip link add $name type bridge`
 *
 * Refused with `EEXIST` when the name is taken, `EOPNOTSUPP` on a kernel without bridges
 */
export function addBridge(options: LinkOptions & BridgeSettings): Request {
  return addLinkOf({ kind: "bridge", data: bridgeAttributes(options), beside: [] }, options);
}

/** Encodes the settings as attributes */
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
