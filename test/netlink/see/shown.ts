/**
 * What `ip -d -j` shows of links, addresses and neighbours, as it is to be seen.
 */
import type { BridgeOption } from "../../../lib/netlink/links/bridge-options.ts";
import type { AddressFlag, SeenAddress } from "../../../lib/netlink/see/address.ts";
import type { BridgePort } from "../../../lib/netlink/see/bridge-port.ts";
import type { Operational, SeenLink } from "../../../lib/netlink/see/link.ts";
import type { SeenNeighbour } from "../../../lib/netlink/see/neighbour.ts";
import { addressFromPrinted, neighbourFromPrinted } from "../../support/kernel/printed.ts";

/** An object of ip's, with what is asked of it here */
export interface ShownLink {
  readonly ifindex: number;
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly txqlen: number;
  readonly link_type: string;
  readonly operstate: string;
  readonly ifalias?: string;
  readonly group: string;
  readonly master?: string;
  readonly address: string;
  readonly proto_down?: boolean;
  readonly link?: string;
  readonly link_index?: number;
  readonly linkinfo?: {
    readonly info_kind?: string;
    readonly info_data?: Readonly<Record<string, string | number>>;
    readonly info_slave_kind?: string;
    readonly info_slave_data?: Readonly<Record<string, string | number | boolean>>;
  };
}

export interface ShownAddress {
  readonly family: "inet" | "inet6";
  readonly local: string;
  readonly address?: string;
  readonly prefixlen: number;
  readonly broadcast?: string;
  readonly scope: string;
  readonly label?: string;
  readonly metric?: number;
}

export interface ShownNeighbour {
  readonly dst: string;
  readonly dev?: string;
  readonly lladdr?: string;
  readonly state?: readonly string[];
  readonly router?: null;
  readonly proxy?: null;
  readonly protocol?: string;
}

export function linkOf(shown: ShownLink, all: readonly ShownLink[]): SeenLink {
  const flag = (name: string) => (shown.flags.includes(name) ? "on" : "off");
  const { info_kind: kind = null, info_data: data = {} } = shown.linkinfo ?? {};
  // Of a vxlan the link below is a setting of its kind
  const below = kind === "vxlan" ? data["link"] : shown.link;
  const lower = all.find(({ ifname }) => ifname === below);
  return {
    index: shown.ifindex,
    name: shown.ifname,
    kind,
    flags: shown.flags,
    hardware: shown.link_type,
    // By its name, as RFC 2863 has it
    operational: shown.operstate.toLowerCase() as Operational,
    state: {
      state: flag("UP") === "on" ? "up" : "down",
      mtu: shown.mtu,
      txqueuelen: shown.txqlen,
      alias: shown.ifalias ?? "",
      group: shown.group === "default" ? 0 : Number(shown.group),
      arp: flag("NOARP") === "on" ? "off" : "on",
      multicast: flag("MULTICAST"),
      allmulticast: flag("ALLMULTI"),
      promisc: flag("PROMISC"),
      dynamic: flag("DYNAMIC"),
      protodown: shown.proto_down === true ? "on" : "off",
      master: shown.master ?? "",
      address: shown.address,
    },
    bridge: kind === "bridge" ? bridgeOptions(data) : null,
    port: shown.linkinfo?.info_slave_kind === "bridge" ? portOptions(shown.linkinfo.info_slave_data ?? {}) : null,
    lower:
      lower !== undefined
        ? { index: lower.ifindex, name: lower.ifname }
        : shown.link_index === undefined
          ? null
          : { index: shown.link_index, name: null },
  };
}

const BRIDGE_OPTIONS: readonly BridgeOption[] = [
  "forward_delay",
  "hello_time",
  "max_age",
  "ageing_time",
  "stp_state",
  "priority",
  "group_fwd_mask",
  "no_linklocal_learn",
  "vlan_filtering",
  "vlan_default_pvid",
  "vlan_stats_enabled",
  "mcast_snooping",
  "mcast_router",
  "mcast_query_use_ifaddr",
  "mcast_querier",
  "mcast_hash_max",
  "mcast_stats_enabled",
  "mcast_igmp_version",
  "mcast_mld_version",
  "nf_call_iptables",
  "nf_call_ip6tables",
  "nf_call_arptables",
];

/** A mask is text, in hexadecimal; one that the kernel does not have is not shown */
function bridgeOptions(data: Readonly<Record<string, string | number>>): Partial<Record<BridgeOption, number>> {
  return Object.fromEntries(
    BRIDGE_OPTIONS.flatMap((name) => {
      const value = data[name];
      return value === undefined ? [] : [[name, typeof value === "string" ? Number.parseInt(value, 16) : value]];
    }),
  );
}

const PORT_SWITCHES = [
  "hairpin guard root_block fastleave learning flood proxy_arp proxy_arp_wifi mcast_flood bcast_flood",
  "mcast_to_unicast neigh_suppress vlan_tunnel isolated locked",
].flatMap((line) => line.split(" "));

const PORT_STATES = ["disabled", "listening", "learning", "forwarding", "blocking"];

function portOptions(data: Readonly<Record<string, string | number | boolean>>): BridgePort {
  return {
    state: `${PORT_STATES.indexOf(String(data["state"]))}`,
    priority: String(data["priority"]),
    cost: String(data["cost"]),
    mcast_router: String(data["multicast_router"]),
    group_fwd_mask: `${Number(data["group_fwd_mask"])}`,
    ...Object.fromEntries(PORT_SWITCHES.map((name) => [name, data[name] === true ? "on" : "off"])),
  };
}

const FLAGS: readonly AddressFlag[] = ["noprefixroute", "nodad", "home", "mngtmpaddr", "autojoin"];

export function addressOf(shown: ShownAddress): SeenAddress {
  return addressFromPrinted({
    family: shown.family,
    local: shown.local,
    peer: shown.address ?? null,
    prefix: shown.prefixlen,
    broadcast: shown.broadcast ?? null,
    scope: shown.scope,
    label: shown.label ?? null,
    metric: shown.metric ?? null,
    flags: FLAGS.filter((flag) => Reflect.get(shown, flag) === true),
  });
}

export function neighbourOf({ dst, dev, lladdr, state, router, proxy, protocol }: ShownNeighbour): SeenNeighbour {
  return neighbourFromPrinted({
    destination: dst,
    dev: dev ?? "",
    address: lladdr ?? null,
    state:
      proxy !== undefined
        ? "proxy"
        : state?.includes("PERMANENT")
          ? "permanent"
          : state?.includes("NOARP")
            ? "noarp"
            : "passing",
    isRouter: router !== undefined,
    protocol: protocol ?? null,
  });
}
