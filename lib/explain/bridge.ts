/**
 * `bridge`: ports of bridges, and what bridges have learned.
 *
 * @module
 */
import { BRIDGE_LINK_SET } from "../programs/bridge/link-set.ts";
import { asks, grammar, leading, operand, word } from "./grammar.ts";

const DEV = word("only of one interface", operand("link", "the interface"));

function shows(means: string, kernel: string) {
  const show = leading(means, grammar({ words: { dev: DEV }, deed: asks(kernel) }));
  return { show, list: show, lst: show };
}

const LINKS = "sends the ports of bridges, as bridge asks for them (RTM_GETLINK)";
const ADDRESSES = "sends the hardware addresses that bridges have learned, and those that were added (RTM_GETNEIGH)";
const VLANS = "sends the VLANs of each port (RTM_GETVLAN)";
const GROUPS = "sends the multicast groups that somebody has joined (RTM_GETMDB)";

/** Its options, and its objects in the order in which iproute2 tries them */
export const BRIDGE = grammar({
  shortens: "to any beginning",
  lacks: "what it is about: link, fdb, vlan, mdb",
  words: {
    "-details": word("prints all there is"),
    "-d": word("prints all there is"),
    "-json": word("prints JSON"),
    "-j": word("prints JSON"),
    "-netns": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    "-n": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    link: leading(
      "the ports of bridges",
      grammar({
        shortens: "to any beginning",
        words: {
          set: leading("changes one", BRIDGE_LINK_SET),
          change: leading("changes one", BRIDGE_LINK_SET),
          ...shows("shows them", LINKS),
        },
        deed: asks(LINKS),
      }),
    ),
    fdb: leading(
      "which hardware address is behind which port",
      grammar({ shortens: "to any beginning", words: shows("shows them", ADDRESSES), deed: asks(ADDRESSES) }),
    ),
    mdb: leading(
      "which multicast groups are joined behind which port",
      grammar({ shortens: "to any beginning", words: shows("shows them", GROUPS), deed: asks(GROUPS) }),
    ),
    vlan: leading(
      "which VLANs each port has",
      grammar({ shortens: "to any beginning", words: shows("shows them", VLANS), deed: asks(VLANS) }),
    ),
  },
});
