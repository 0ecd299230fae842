import { IFLA, INFO } from "../links/link-message.ts";
import type { LinkSettings } from "../links/link-settings.ts";
import { setLink } from "../links/set-link.ts";
import { type Attribute, nested, u16, u32, u8 } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";

type Switch = "on" | "off";

/** BR_STATE_*, include/uapi/linux/if_bridge.h */
export const PORT_STATES = { disabled: 0, listening: 1, learning: 2, forwarding: 3, blocking: 4 } as const;

/** What a link can be told as the port of a bridge; what is left out stays as it is */
export interface PortSettings {
  /** Only of a port that is up, has a cable in, and whose bridge does not speak the spanning tree protocol */
  readonly state?: keyof typeof PORT_STATES;
  /** Of the spanning tree protocol: 0 to 63, the lowest becomes the root's */
  readonly priority?: number;
  /** Of the spanning tree protocol: 1 to 65535 */
  readonly cost?: number;
  /** Whether frames go out where they came in */
  readonly hairpin?: Switch;
  /** Whether messages of the spanning tree protocol that come in are dropped */
  readonly guard?: Switch;
  /** Whether it cannot become the root's */
  readonly rootBlock?: Switch;
  /** Whether one who leaves a multicast group is believed at once */
  readonly fastLeave?: Switch;
  /** Whether addresses are learned from what comes in */
  readonly learning?: Switch;
  /** Whether frames to unknown addresses go out */
  readonly flood?: Switch;
  readonly multicastFlood?: Switch;
  readonly broadcastFlood?: Switch;
  /** Whether it exchanges nothing with other isolated ports */
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

/** And of the rest */
const PORT = { state: 1, priority: 2, cost: 3 } as const;

/**
 * Changes a link as the port of a bridge.
 *
 * Equivalent to: `ip link set dev $port type bridge_slave cost $cost …`
 *
 * Refused with `EOPNOTSUPP` when it is no bridge's port, `ERANGE` when a number is out of range, `ENETDOWN` when it is down
 * and gets a state. Source: br_setport() of net/bridge/br_netlink.c
 *
 * @param index the link's number in the socket's own network namespace
 * @param beside what is changed of the link, of whatever kind it is
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
