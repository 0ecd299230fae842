/**
 * The settings of a link that can be put back, and how `ip` shows and takes each.
 *
 * @module
 */

/** What is read of ip-link(8) in JSON, with details */
export interface ShownLink {
  readonly ifindex: number;
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly txqlen?: number;
  readonly group?: string;
  readonly address?: string;
  readonly master?: string;
  /** The link below, or the other end, by its name where that is in the same network */
  readonly link?: string;
  readonly ifalias?: string;
  readonly protodown?: boolean;
  readonly linkinfo?: {
    readonly info_kind?: string;
    readonly info_data?: Readonly<Record<string, unknown>>;
    readonly info_slave_kind?: string;
  };
}

/** A setting: as it is shown, and the words that set it */
interface LinkSetting {
  read(link: ShownLink): string;
  words(value: string): readonly string[];
}

/** On or off, as a flag is there or not */
function flag(name: string, word: string, there: "on" | "off"): LinkSetting {
  const missing = there === "on" ? "off" : "on";
  return { read: ({ flags }) => (flags.includes(name) ? there : missing), words: (value) => [word, value] };
}

/** In the order in which they are put back, after a name; whether it is up comes last */
export const LINK_SETTINGS: Readonly<Record<string, LinkSetting>> = {
  address: { read: ({ address = "" }) => address, words: (mac) => ["address", mac] },
  mtu: { read: ({ mtu }) => `${mtu}`, words: (mtu) => ["mtu", mtu] },
  txqueuelen: { read: ({ txqlen = 0 }) => `${txqlen}`, words: (length) => ["txqueuelen", length] },
  alias: { read: ({ ifalias = "" }) => ifalias, words: (alias) => ["alias", alias] },
  group: { read: ({ group = "default" }) => group, words: (group) => ["group", group] },
  arp: flag("NOARP", "arp", "off"),
  multicast: flag("MULTICAST", "multicast", "on"),
  allmulticast: flag("ALLMULTI", "allmulticast", "on"),
  promisc: flag("PROMISC", "promisc", "on"),
  dynamic: flag("DYNAMIC", "dynamic", "on"),
  protodown: { read: ({ protodown = false }) => (protodown ? "on" : "off"), words: (value) => ["protodown", value] },
  master: {
    read: ({ master = "" }) => master,
    words: (master) => (master === "" ? ["nomaster"] : ["master", master]),
  },
  state: { read: ({ flags }) => (flags.includes("UP") ? "up" : "down"), words: (state) => [state] },
};

/**
 * Options of a bridge that `ip link set … type bridge` takes in the units in which it shows them, and what each is of a
 * bridge that was just made. Sources: ip-link(8); Linux 6, net/bridge/br_device.c and br_multicast.c
 */
export const BRIDGE_OPTIONS: Readonly<Record<string, string>> = {
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

/** Each setting of a link as it is shown; those of a bridge under its own names */
export function settingsOf(link: ShownLink): Readonly<Record<string, string>> {
  const own = Object.entries(LINK_SETTINGS).map(([name, { read }]) => [name, read(link)] as const);
  const { info_kind, info_data = {} } = link.linkinfo ?? {};
  const bridge =
    info_kind === "bridge" ? Object.keys(BRIDGE_OPTIONS).filter((name) => info_data[name] !== undefined) : [];
  return Object.fromEntries([...own, ...bridge.map((name) => [name, `${info_data[name]}`] as const)]);
}

/** The words that give a link a setting */
export function wordsOf(setting: string, value: string): readonly string[] {
  return LINK_SETTINGS[setting]?.words(value) ?? ["type", "bridge", setting, value];
}
