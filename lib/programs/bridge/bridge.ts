/**
 * `bridge`: ports of bridges, and what bridges have learned. `bridge link set` tells the kernel the same as
 * `ip link set … type bridge_slave`.
 *
 * Sources: bridge(8); iproute2's bridge/bridge.c, and the do_…() of each object
 *
 * @module
 */
import { asks, attached, grammar, leading, operand, shortening, word } from "../grammar-parts.ts";
import { changing, TEXT, UNREAD_FILE } from "../ip/objects/others.ts";
import { BRIDGE_LINK_SET } from "./link-set.ts";

const DEV = word("only of one interface", operand("link", "the interface"));
const HELP = leading("prints which words there are", grammar({ deed: asks("is not asked: it is bridge's own text") }));
const STATISTICS = word("prints how much has passed");

const LINKS = "sends the ports of bridges, as bridge asks for them (RTM_GETLINK)";
const ADDRESSES = "sends the hardware addresses that bridges have learned, and those that were added (RTM_GETNEIGH)";
const VLANS = "sends the VLANs of each port (RTM_GETVLAN)";
const GROUPS = "sends the multicast groups that somebody has joined (RTM_GETMDB)";
const TREES = "sends which spanning tree each VLAN is in (RTM_GETLINK)";
const TUNNELS = "sends the virtual networks of each tunnel (RTM_GETTUNNEL)";

function shows(kernel: string) {
  const show = leading("shows them", grammar({ words: { dev: DEV }, deed: asks(kernel) }));
  return { show, lst: show, list: show, help: HELP };
}

/** An object of whose changes nobody here knows how they are undone */
function shown(means: string, kernel: string) {
  const words = {
    add: changing("adds one"),
    append: changing("adds one behind those that are there"),
    replace: changing("adds one, or changes the one that is there"),
    delete: changing("removes one"),
    set: changing("changes one"),
    global: changing("changes what is the same for all ports"),
    flush: changing("removes all that match"),
    get: leading("shows one", TEXT),
    tunnelshow: leading("shows which tunnel each is mapped to", TEXT),
    ...shows(kernel),
  };
  return leading(means, shortening({ words, deed: asks(kernel) }));
}

/** Its options, and its objects in the order in which iproute2 tries them */
export const BRIDGE = shortening({
  lacks: "what it is about: link, fdb, vlan, mdb",
  words: {
    "-help": HELP,
    "-Version": word("prints its version"),
    "-stats": STATISTICS,
    "-statistics": STATISTICS,
    "-details": word("prints all there is"),
    "-oneline": word("prints a line for each"),
    "-timestamp": word("prints when, above each change"),
    "-family": word("only of one family", operand("family", "inet, inet6, bridge, mpls or link")),
    "-4": word("only IPv4"),
    "-6": word("only IPv6"),
    "-netns": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    "-color": word("prints in colours", attached("when", "always, auto or never")),
    "-compressvlans": word("prints ranges of VLANs in one"),
    "-force": { ...changing("goes on after a line that failed"), cannotUndo: UNREAD_FILE },
    "-json": word("prints JSON"),
    "-pretty": word("prints JSON for people"),
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
    fdb: shown("which hardware address is behind which port", ADDRESSES),
    mdb: shown("which multicast groups are joined behind which port", GROUPS),
    mst: shown("which spanning tree each VLAN is in", TREES),
    vlan: shown("which VLANs each port has", VLANS),
    vni: shown("which virtual networks each tunnel has", TUNNELS),
    monitor: leading("what changes, as it changes", TEXT),
    help: HELP,
  },
});
