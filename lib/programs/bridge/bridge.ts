/**
 * `bridge`: ports of bridges, and what bridges have learned. `bridge link set` sends the kernel the same as `ip link
 * set … type bridge_slave`.
 *
 * Sources: bridge(8); iproute2's bridge/bridge.c, and the do_…() of each object
 *
 * @module
 */
import { asks, attached, grammar, leading, operand, shortening, word } from "../grammar-parts.ts";
import { changing, TEXT, UNREAD_FILE } from "../ip/objects/others.ts";
import { BRIDGE_LINK_SET } from "./bridge-link-set.ts";

const DEV = word("only of this interface", operand("link", "the interface"));
const HELP = leading("prints its usage", grammar({ deed: asks("does nothing: the text is bridge's own") }));
const STATISTICS = word("prints counters of packets and bytes");

const LINKS = "returns the ports of bridges (RTM_GETLINK)";
const ADDRESSES = "returns the hardware addresses that bridges have learned, and those that were added (RTM_GETNEIGH)";
const VLANS = "returns the VLANs of each port (RTM_GETVLAN)";
const GROUPS = "returns the joined multicast groups (RTM_GETMDB)";
const TREES = "returns the spanning tree of each VLAN (RTM_GETLINK)";
const TUNNELS = "returns the virtual networks of each tunnel (RTM_GETTUNNEL)";

function shows(kernel: string) {
  const show = leading("shows them", grammar({ words: { dev: DEV }, deed: asks(kernel) }));
  return { show, lst: show, list: show, help: HELP };
}

/** Makes an object that wirework explains, and whose changes it cannot undo */
function shown(means: string, kernel: string) {
  const words = {
    add: changing("adds one"),
    append: changing("adds one after the existing ones"),
    replace: changing("adds one, or changes the existing one"),
    delete: changing("removes one"),
    set: changing("changes one"),
    global: changing("changes settings of all ports"),
    flush: changing("removes all that match"),
    get: leading("shows one", TEXT),
    tunnelshow: leading("shows the tunnel of each", TEXT),
    ...shows(kernel),
  };
  return leading(means, shortening({ words, deed: asks(kernel) }));
}

/** The options of bridge, and its objects in the order in which iproute2 tries them */
export const BRIDGE = shortening({
  lacks: "an object: link, fdb, vlan, mdb",
  words: {
    "-help": HELP,
    "-Version": word("prints its version"),
    "-stats": STATISTICS,
    "-statistics": STATISTICS,
    "-details": word("prints all details"),
    "-oneline": word("prints each on one line"),
    "-timestamp": word("prints the time above each change"),
    "-family": word("only of this family", operand("family", "inet, inet6, bridge, mpls or link")),
    "-4": word("only IPv4"),
    "-6": word("only IPv6"),
    "-netns": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    "-color": word("prints in colours", attached("when", "always, auto or never")),
    "-compressvlans": word("prints VLANs as ranges"),
    "-force": { ...changing("goes on after a line that failed"), cannotUndo: UNREAD_FILE },
    "-json": word("prints JSON"),
    "-pretty": word("prints indented JSON"),
    "-batch": { ...changing("reads lines from a file, and does each"), cannotUndo: UNREAD_FILE },
    link: leading(
      "the ports of bridges",
      shortening({
        words: {
          set: leading("changes one", BRIDGE_LINK_SET),
          change: leading("changes one", BRIDGE_LINK_SET),
          ...shows(LINKS),
        },
        deed: asks(LINKS),
      }),
    ),
    fdb: shown("hardware addresses, each with its port", ADDRESSES),
    mdb: shown("joined multicast groups, each with its port", GROUPS),
    mst: shown("the spanning tree of each VLAN", TREES),
    vlan: shown("the VLANs of each port", VLANS),
    vni: shown("the virtual networks of each tunnel", TUNNELS),
    monitor: leading("changes, as they happen", TEXT),
    help: HELP,
  },
});
