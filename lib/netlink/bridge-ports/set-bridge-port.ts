import { IFLA, INFO } from "../links/link-message.ts";
import type { LinkSettings } from "../links/link-settings.ts";
import { setLink } from "../links/set-link.ts";
import { type Attribute, nested, u16, u32, u8 } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";

type Switch = "on" | "off";

/** BR_STATE_*, include/uapi/linux/if_bridge.h */
export const PORT_STATES = { disabled: 0, listening: 1, learning: 2, forwarding: 3, blocking: 4 } as const;

/** Settings of a bridge port; omitted ones stay as they are */
export interface PortSettings {
  /** Can be set only while the port is up, has carrier, and its bridge does not run the spanning tree protocol */
  readonly state?: keyof typeof PORT_STATES;
  /** The spanning tree protocol's port priority: 0 to 63; the lowest becomes the root port */
  readonly priority?: number;
  /** The spanning tree protocol's path cost: 1 to 65535 */
  readonly cost?: number;
  /** Sends frames back out of the port that they came in through */
  readonly hairpin?: Switch;
  /** Drops incoming spanning tree messages (BPDU guard) */
  readonly guard?: Switch;
  /** Prevents the port from becoming the root port */
  readonly rootBlock?: Switch;
  /** Stops multicast to a port at once when a member leaves the group */
  readonly fastLeave?: Switch;
  /** Learns addresses from incoming frames */
  readonly learning?: Switch;
  /** Floods frames with unknown destinations to this port */
  readonly flood?: Switch;
  readonly multicastFlood?: Switch;
  readonly broadcastFlood?: Switch;
  /** Blocks traffic between this port and other isolated ports */
  readonly isolated?: Switch;
}

/** IFLA_BRPORT_* of the switches, include/uapi/linux/if_link.h */
const SWITCHES = {
  hairpin: 4,
  guard: 5,
  rootBlock: 6,
  fastLeave: 7,
  learning: 8,
  flood: 9,
  multicastFlood: 27,
  broadcastFlood: 30,
  isolated: 33,
} as const;

/** IFLA_BRPORT_* of the other settings */
const PORT = { state: 1, priority: 2, cost: 3 } as const;

/**
 * Changes a link's settings as a bridge port.
 *
 * Equivalent to: `ip link set dev $port type bridge_slave cost $cost …`
 *
 * Refused with `EOPNOTSUPP` when the link is not a bridge port, `ERANGE` when a number is out of range,
 * `ENETDOWN` when a state is set while the link is down. Source: br_setport() of net/bridge/br_netlink.c
 *
 * @param index the link's index in the socket's own network namespace
 * @param beside changes of the link itself
 */
export function setBridgePort(index: number, settings: PortSettings, beside: LinkSettings = {}): Request {
  const request = setLink(index, beside);
  const port = portAttributes(settings);
  if (port.length === 0) return request;
  return { ...request, attributes: [...request.attributes, nested(IFLA.info, [nested(INFO.portData, port)])] };
}

function portAttributes(settings: PortSettings): Attribute[] {
  const { state, priority, cost } = settings;
  return [
    ...(state === undefined ? [] : [u8(PORT.state, PORT_STATES[state])]),
    ...(priority === undefined ? [] : [u16(PORT.priority, priority)]),
    ...(cost === undefined ? [] : [u32(PORT.cost, cost)]),
    ...Object.entries(SWITCHES).flatMap(([name, type]) => {
      const wanted = settings[name as keyof typeof SWITCHES];
      return wanted === undefined ? [] : [u8(type, wanted === "on" ? 1 : 0)];
    }),
  ];
}
