/**
 * Settings of links: their spelling, and their values on a new link.
 *
 * @module
 */
import type { SeenLink } from "../netlink/see/link.ts";
import { PORT_SETTINGS, portOptionOf, portSettings, wordsOfPort } from "./bridge-port-settings.ts";
import type { Value } from "./resource.ts";

/** Settings by the words of `ip link set`, each in its spelling there; `master` is empty without a bridge */
export type LinkSettings = Readonly<Record<string, string>>;

/** The address of a bridge that has lost its last port; the kernel refuses it in a request */
export const NO_ADDRESS = "00:00:00:00:00:00";

/** Options of a new bridge. Sources: Linux 6, net/bridge/br_device.c and br_multicast.c */
const NEW_BRIDGE: LinkSettings = {
  forward_delay: "1500",
  hello_time: "200",
  max_age: "2000",
  ageing_time: "30000",
  stp_state: "0",
  priority: "32768",
  group_fwd_mask: "0",
  no_linklocal_learn: "0",
  vlan_filtering: "0",
  vlan_default_pvid: "1",
  vlan_stats_enabled: "0",
  mcast_snooping: "1",
  mcast_router: "1",
  mcast_query_use_ifaddr: "0",
  mcast_querier: "0",
  mcast_hash_max: "4096",
  mcast_stats_enabled: "0",
  mcast_igmp_version: "2",
  mcast_mld_version: "1",
  nf_call_iptables: "0",
  nf_call_ip6tables: "0",
  nf_call_arptables: "0",
};

/** Settings of any new link; it keeps the address that it is made with. Source: Linux, net/core/dev.c */
const NEW_LINK: LinkSettings = {
  mtu: "1500",
  txqueuelen: "1000",
  alias: "",
  group: "default",
  arp: "on",
  multicast: "on",
  allmulticast: "off",
  promisc: "off",
  dynamic: "off",
  protodown: "off",
  master: "",
  state: "down",
};

/** Settings that differ for some kinds */
const NEW_OF_KIND: Readonly<Record<string, LinkSettings>> = {
  bridge: NEW_BRIDGE,
  dummy: { arp: "off", multicast: "off" },
};

/** Settings in the order of restoring, after the name; whether the link is up comes last */
export const SETTINGS: readonly string[] = [
  "address",
  ...Object.keys(NEW_LINK),
  ...PORT_SETTINGS,
  ...Object.keys(NEW_BRIDGE),
];

/** Reports whether a word is an option of bridges, which may follow `type bridge` */
export function isBridgeOption(setting: string): boolean {
  return Object.hasOwn(NEW_BRIDGE, setting);
}

/** Options of bridges that are 0 or 1 */
const SWITCHES =
  /^(?:stp_state|no_linklocal_learn|vlan_filtering|vlan_stats_enabled|mcast_(?:snooping|query_use_ifaddr|querier|stats_enabled)|nf_call_.*)$/;

/** Reports whether an option of bridges has only two values */
export function isSwitch(option: string): boolean {
  return SWITCHES.test(option);
}

/** The settings of a link in their spelling */
export function settingsOf({ state, bridge, port }: SeenLink): LinkSettings {
  const { group, ...others } = state;
  const all = { ...others, group: group === 0 ? "default" : group, ...bridge, ...portSettings(port ?? {}) };
  return Object.fromEntries(
    SETTINGS.flatMap((name) => (name in all ? [[name, `${all[name as keyof typeof all]}`]] : [])), // those that it has
  );
}

/** Writes a setting that was typed as {@linkcode settingsOf} writes it */
export function settingShown(setting: string, typed: string): string {
  if (setting === "address") return typed.toLowerCase();
  return setting === "group" && typed === "0" ? "default" : typed;
}

/** The settings of a link of that kind after it is made again, or moved to another network namespace */
export function settingsAnew(link: SeenLink): LinkSettings {
  return { ...settingsOf({ ...link, port: null }), ...NEW_LINK, ...NEW_OF_KIND[link.kind ?? ""] };
}

/**
 * Settings that a move to another network namespace resets. Source: Linux, net/core/dev.c, dev_change_net_namespace()
 */
export const RESET_BY_MOVE: LinkSettings = { state: "down", master: "" };

/** The words of `ip link set` for a setting */
export function wordsOfSetting(setting: string, value: Value): readonly Value[] {
  if (setting === "state") return [value];
  if (setting === "master" && typeof value !== "string") return [value];
  if (setting === "master" && value === "") return ["nomaster"];
  const option = portOptionOf(setting);
  if (option !== null) return wordsOfPort(option, value);
  return isBridgeOption(setting) ? ["type", "bridge", setting, value] : [setting, value];
}
