/**
 * `ip link`.
 *
 * @module
 */
import { asks, type Deed, deed, doing, grammar, leading, need, needing, oneWay, operand, word } from "../grammar.ts";
import { HELP } from "./help.ts";

const SHOWS = asks("sends the list of its interfaces, as ip asks for it over a netlink socket (RTM_GETLINK)");

/** Kinds of interfaces; ip-link(8), veth(4) */
const KINDS: Readonly<Record<string, string>> = {
  veth: "a cable: two interfaces, and what goes in at one comes out at the other",
  bridge: "a switch: interfaces that are put on it are joined into one Ethernet",
  dummy: "an interface that leads nowhere",
  macvlan: "a second interface on the wire of another, with a hardware address of its own",
  vlan: "a part of another interface's wire, told apart by a tag",
};

const KIND = word("what kind of interface it is", operand("kind", "the kind", KINDS));

/** The kernel has names of its own for what is given none */
const UNNAMED = "one that it names itself";

function placed(link: string, network: string | undefined): string {
  return network === undefined ? link : `${link} in ${network}`;
}

const MAKES: Deed = {
  kernel: ({ kind, link = UNNAMED, peer = UNNAMED, peerNetwork }) =>
    kind === "veth"
      ? `makes two interfaces, ${link} and ${placed(peer, peerNetwork)}, each the other's peer; both are down, and have no address`
      : `makes the interface ${link}, which is down and has no address`,
  back: ({ link }) =>
    link === undefined
      ? { say: "ip link del, with the name that `ip link show` prints" }
      : { type: `ip link del ${link}` },
};

const NEW = operand("link", "the new interface");
const MADE = [need("the new interface", "link", "kind"), need("type, and the kind of interface", "kind")];

/** The other end of a cable */
const PEER = grammar({
  words: {
    name: word("the name of the other end", operand("peer", "the other end")),
    netns: word("the network that the other end is made in", operand("peerNetwork", "a name or a process ID")),
    address: word("its hardware address", operand("peerAddress", "six bytes, in hexadecimal")),
    mtu: word("the largest packet that it sends", operand("peerMtu", "bytes")),
  },
  operands: [operand("peer", "the other end")],
  needs: MADE,
  deed: MAKES,
});

const ADD = grammar({
  words: {
    name: word("its name follows", operand("link", "the interface")),
    dev: word("its name follows", operand("link", "the interface")),
    type: KIND,
    peer: leading("the other end, described by what follows", PEER, "veth(4)"),
    link: word("the interface that it is made on", operand("lower", "that interface")),
    master: word("puts it on a bridge", operand("master", "the bridge")),
    netns: word("the network that it is made in", operand("network", "a name or a process ID")),
    address: word("its hardware address", operand("address", "six bytes, in hexadecimal")),
    mtu: word("the largest packet that it sends", operand("mtu", "bytes")),
  },
  operands: [NEW],
  needs: MADE,
  deed: MAKES,
});

const LINK_NAME = operand("link", "the interface");

const SET = grammar({
  words: {
    dev: word("the interface's name follows", operand("link", "the interface")),
    up: doing(
      "switches it on",
      deed(
        ({ link }) =>
          `switches ${link} on, and adds the routes of its addresses; packets pass once its other end is up, too`,
        ({ link, newName }) => `ip link set ${newName ?? link} down`,
      ),
    ),
    down: doing(
      "switches it off",
      deed(
        ({ link }) => `switches ${link} off, and forgets all routes over it, and its IPv6 addresses`,
        ({ link, newName }) => `ip link set ${newName ?? link} up`,
      ),
    ),
    name: doing(
      "gives it another name",
      deed(
        ({ link, newName }) => `renames ${link} to ${newName}, if no other interface of this network has that name`,
        ({ link, newName }) => `ip link set dev ${newName} name ${link}`,
      ),
      operand("newName", "the new name, of 15 characters at most"),
    ),
    netns: doing(
      "moves it to another network",
      {
        kernel: ({ link, network }) =>
          `takes ${link} out of this network, with its addresses and routes gone and switched off, and puts it into that of ${network}`,
        back: ({ link, network }) => ({ type: `ip netns exec ${network} ip link set ${link} netns 1` }),
      },
      operand("network", "whose network: an entry in /var/run/netns, or a process ID"),
    ),
    master: doing(
      "puts it on a bridge",
      deed(
        ({ link, master }) => `makes ${link} a port of ${master}: what comes in there goes to the bridge`,
        ({ link }) => `ip link set dev ${link} nomaster`,
      ),
      operand("master", "the bridge"),
    ),
    nomaster: doing(
      "takes it off its bridge",
      oneWay(
        ({ link }) => `makes ${link} an interface by itself again`,
        "put it on its bridge again: ip link set dev NAME master BRIDGE",
      ),
    ),
    address: doing(
      "gives it another hardware address",
      oneWay(
        ({ link, address }) => `sends packets of ${link} under ${address}`,
        "set the address that `ip link show` printed before",
      ),
      operand("address", "six bytes, in hexadecimal"),
    ),
    mtu: doing(
      "sets how large its packets may be",
      oneWay(
        ({ link, mtu }) => `sends no packet of more than ${mtu} bytes over ${link}`,
        "set the mtu that `ip link show` printed before",
      ),
      operand("mtu", "bytes"),
    ),
    type: KIND,
  },
  operands: [LINK_NAME],
  needs: needing(LINK_NAME),
  lacks: "what to change: up, down, name, netns, master, nomaster, address, mtu",
});

const SHOW = grammar({
  words: {
    dev: word("only of one interface", operand("link", "the interface")),
    type: word("only those of a kind", operand("kind", "the kind", KINDS)),
    master: word("only those on a bridge", operand("master", "the bridge")),
    up: word("only those that are up"),
  },
  operands: [operand("link", "only this interface")],
  deed: SHOWS,
});

const DELETE = grammar({
  words: { dev: word("the interface's name follows", operand("link", "the interface")), type: KIND },
  operands: [LINK_NAME],
  needs: needing(LINK_NAME),
  deed: oneWay(
    ({ link }) => `removes ${link}, with its addresses and routes; a cable's other end goes along, wherever it is`,
    "make it again: ip link add, with the addresses and routes that it had",
  ),
});

/** Its verbs, in the order in which iproute2 tries them */
export const LINK = grammar({
  shortens: "to any beginning",
  words: {
    add: leading("makes one", ADD),
    set: leading("changes one", SET),
    delete: leading("removes one", DELETE),
    show: leading("shows them", SHOW),
    list: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    help: HELP,
  },
  deed: SHOWS,
});
