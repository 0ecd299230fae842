/**
 * Settings that a link has as a port of a bridge, and loses when it leaves. Among a link's settings their names begin
 * with `port.`, since some options of bridges have the same names.
 *
 * @module
 */
import type { PortOption } from "../netlink/bridge-ports/port-options.ts";
import type { BridgePort } from "../netlink/see/bridge-port.ts";
import type { Value } from "./resource.ts";

/** The settings of a new port, without its state and cost. Source: Linux, net/bridge/br_if.c, new_nbp() */
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

/** Costs that the kernel derives from a port's speed: port_cost() of the same file */
const BY_SPEED: ReadonlySet<string> = new Set(["2", "4", "19", "100"]);

const OPTIONS: readonly PortOption[] = [
  "cost",
  ...(Object.keys(NEW_PORT) as (keyof typeof NEW_PORT)[]), // of its own table
  "state",
];

const PREFIX = "port.";

/** All settings of ports, in the order in which they are restored */
export const PORT_SETTINGS: readonly string[] = OPTIONS.map(portSetting);

/** Returns the name of a port's option among the settings of a link */
export function portSetting(option: string): string {
  return `${PREFIX}${option}`;
}

/** Returns the port's option for a setting of a link; `null` for any other setting */
export function portOptionOf(setting: string): string | null {
  return setting.startsWith(PREFIX) ? setting.slice(PREFIX.length) : null;
}

/** Reports whether a word is an option of ports, which may follow `type bridge_slave` */
export function isPortOption(option: string): boolean {
  return PORT_SETTINGS.includes(portSetting(option));
}

/** Returns the settings of a port by their names among those of a link */
export function portSettings(port: BridgePort): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(port).map(([name, value]) => [portSetting(name), value]));
}

/** Reports whether a link gets this value as soon as it is a port again; the kernel itself sets the state */
export function comesWithPort(setting: string, value: string): boolean {
  const option = portOptionOf(setting);
  if (option === null) return false;
  if (option === "state") return true;
  if (option === "cost") return BY_SPEED.has(value);
  return NEW_PORT[option as keyof typeof NEW_PORT] === value; // of its table
}

/** Returns the words of `ip link set` for an option of a port */
export function wordsOfPort(option: string, value: Value): readonly Value[] {
  return ["type", "bridge_slave", option, value];
}
