/**
 * Settings that a link has as the port of a bridge, and loses with it. Among all settings of a link they begin with `port.`, as
 * some of a bridge itself are called the same.
 *
 * @module
 */
import type { PortOption } from "../netlink/bridge-ports/port-options.ts";
import type { BridgePort } from "../netlink/see/bridge-port.ts";
import type { Value } from "./resource.ts";

/** As a new port has them, but for its state and cost. Source: Linux, net/bridge/br_if.c, new_nbp() */
const NEW_PORT: Readonly<Record<Exclude<PortOption, "state" | "cost">, string>> = {
  priority: "32",
  hairpin: "off",
  guard: "off",
  root_block: "off",
  fastleave: "off",
  learning: "on",
  flood: "on",
  proxy_arp: "off",
  proxy_arp_wifi: "off",
  mcast_router: "1",
  mcast_flood: "on",
  bcast_flood: "on",
  mcast_to_unicast: "off",
  group_fwd_mask: "0",
  neigh_suppress: "off",
  vlan_tunnel: "off",
  isolated: "off",
  locked: "off",
};

/** Costs that the kernel gives a port by its speed: port_cost() of the same file */
const BY_SPEED: ReadonlySet<string> = new Set(["2", "4", "19", "100"]);

const OPTIONS: readonly PortOption[] = [
  "cost",
  ...(Object.keys(NEW_PORT) as (keyof typeof NEW_PORT)[]), // of its own table
  "state",
];

const PREFIX = "port.";

/** All of them, in the order in which they are brought back */
export const PORT_SETTINGS: readonly string[] = OPTIONS.map(portSetting);

/** Names the setting of a link that an option of its port is */
export function portSetting(option: string): string {
  return `${PREFIX}${option}`;
}

/** Names the option that a setting is of a port; `null` of any other setting */
export function portOptionOf(setting: string): string | null {
  return setting.startsWith(PREFIX) ? setting.slice(PREFIX.length) : null;
}

/** Reports whether a word is an option of ports, which follows `type bridge_slave` */
export function isPortOption(option: string): boolean {
  return PORT_SETTINGS.includes(portSetting(option));
}

/** The settings of a port */
export function portSettings(port: BridgePort): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(port).map(([name, value]) => [portSetting(name), value]));
}

/** Reports whether a link has a setting again as soon as it is a port again: the kernel sets its state itself */
export function comesWithPort(setting: string, value: string): boolean {
  const option = portOptionOf(setting);
  if (option === null || option === "state") return option !== null;
  return option === "cost" ? BY_SPEED.has(value) : NEW_PORT[option as keyof typeof NEW_PORT] === value; // of its table
}

/** The words of `ip link set` that set an option of a port */
export function wordsOfPort(option: string, value: Value): readonly Value[] {
  return ["type", "bridge_slave", option, value];
}
