/**
 * Options of a bridge's port, as `ip link set … type bridge_slave` and `bridge link set` have them.
 *
 * Sources: ip-link(8), bridge(8)
 *
 * @module
 */
import type { Keyword } from "../grammar.ts";

const SWITCH = "on or off";

/** What each means, and what follows it; `priority`, `mcast_router` and `group_fwd_mask` are called as those of a bridge are */
export const PORT_OPTIONS: Readonly<Record<string, readonly [means: string, follows: string]>> = {
  cost: ["what a way through it costs, for the spanning tree protocol", "a number; the cheapest way is taken"],
  state: ["whether it forwards", "0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking"],
  guard: ["whether it drops messages of the spanning tree protocol", SWITCH],
  hairpin: ["whether packets may go out where they came in", SWITCH],
  fastleave: ["whether who leaves a multicast group is believed at once", SWITCH],
  root_block: ["whether it may never lead to the root bridge", SWITCH],
  learning: ["whether addresses are learned from packets that come in", SWITCH],
  flood: ["whether packets to addresses that nobody has learned go out", SWITCH],
  mcast_flood: ["whether multicast that nobody has joined goes out", SWITCH],
  bcast_flood: ["whether broadcast goes out", SWITCH],
  mcast_to_unicast: ["whether each who has joined gets multicast as a packet of its own", SWITCH],
  proxy_arp: ["whether the bridge answers ARP for who is behind it", SWITCH],
  proxy_arp_wifi: ["whether the bridge answers ARP for who is behind it, as IEEE 802.11 has it", SWITCH],
  neigh_suppress: ["whether the bridge answers ARP and neighbour discovery itself, and keeps them from it", SWITCH],
  vlan_tunnel: ["whether VLANs are mapped to tunnels", SWITCH],
  isolated: ["whether it passes packets only to ports that are not isolated", SWITCH],
  locked: ["whether it takes packets only from addresses that are written down", SWITCH],
};

/** The words of `ip`, each with what follows it */
export const PORT_WORDS: Readonly<Record<string, Keyword>> = {
  ...Object.fromEntries(
    Object.entries(PORT_OPTIONS).map(([name, [means, follows]]) => [
      name,
      { means, takes: [{ name, means: follows }] },
    ]),
  ),
  backup_port: {
    means: "the port that takes its packets while it has no carrier",
    takes: [{ name: "backup_port", means: "that port" }],
  },
  nobackup_port: { means: "no port takes its packets" },
};
