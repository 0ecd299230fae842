/**
 * What a verb says: what it changes, what the kernel does, and which words are missing.
 */
import { describe, expect, test } from "bun:test";

import { knownVerb } from "../../../lib/shell/invert/known-verb.ts";
import { plainWords } from "../../../lib/programs/parse.ts";

function known(line: string) {
  const found = knownVerb(plainWords(line.split(" ")));
  if (found === null) throw new Error(`${line} has no verb that is known`);
  return found;
}

test.each<readonly [line: string, changes: string, kernel: readonly string[]]>([
  [
    "ip link add A type veth peer name B",
    "makes the veth pair A and B",
    ["makes two interfaces, A and B, each other's peer; both are down and have no address"],
  ],
  [
    "ip link add A type veth peer name B netns c1",
    "makes the veth pair A and B",
    ["makes two interfaces, A and B in c1, each other's peer; both are down and have no address"],
  ],
  [
    "ip link add A type veth",
    "makes the veth A and its peer",
    ["makes two interfaces, A and a link that the kernel names, each other's peer; both are down and have no address"],
  ],
  [
    "ip link add br0 type bridge",
    "makes the bridge br0",
    ["makes the interface br0, which is down and has no address"],
  ],
  [
    "ip link set A up",
    "sets A up",
    ["sets A up, and adds the routes of its addresses; a veth passes packets once its peer is up, too"],
  ],
  ["ip link set A down", "sets A down", ["sets A down; all routes over it, and its IPv6 addresses, are lost"]],
  [
    "ip link set A name B",
    "renames A to B",
    ["renames A to B, unless another interface of this namespace has that name"],
  ],
  [
    "ip link set A netns 2989",
    "moves A to the network namespace of 2989",
    ["moves A to the network namespace of 2989; it goes down, and loses its addresses and routes"],
  ],
  [
    "ip link set A mtu 1400 alias x",
    "sets mtu 1400 of A, sets alias x of A",
    ["sends no packet larger than 1400 bytes through A", 'stores "x" as the alias of A'],
  ],
  [
    "ip link set A master br0",
    "makes A a port of br0",
    ["makes A a port of br0: the bridge gets the packets that it receives"],
  ],
  ["ip link set A nomaster", "removes A from its bridge", ["removes A from its bridge"]],
  ["ip link set A arp off", "sets arp off of A", ["turns ARP on A off"]],
  ["ip link set br0 type bridge stp_state 1", "sets type bridge stp_state 1 of br0", []],
  [
    "ip link del A",
    "deletes A",
    ["deletes A, with its addresses and routes; a veth's peer is deleted with it, wherever it is"],
  ],
  [
    "ip addr add 10.1.1.1/24 dev A",
    "adds 10.1.1.1/24 to A",
    ["accepts packets to 10.1.1.1/24 on A, and adds the route to its network once the interface is up"],
  ],
  ["ip addr add 10.1.1.1/32 dev A", "adds 10.1.1.1/32 to A", ["accepts packets to 10.1.1.1/32 on A"]],
  ["ip addr add fd00::1/128 dev A", "adds fd00::1/128 to A", ["accepts packets to fd00::1/128 on A"]],
  [
    "ip addr del 10.1.1.1/24 dev A",
    "removes 10.1.1.1/24 from A",
    ["removes 10.1.1.1/24 from A, with the routes that came with it"],
  ],
  [
    "ip addr replace 10.1.1.1/24 dev A",
    "adds 10.1.1.1/24 to A, or changes it there",
    ["adds 10.1.1.1/24 to A, or changes its settings there"],
  ],
  ["ip addr change 10.1.1.1/24 dev A", "changes 10.1.1.1/24 on A", ["changes the settings of 10.1.1.1/24 on A"]],
  [
    "ip addr flush dev A",
    "removes all addresses from A",
    ["removes all addresses from A, with the routes that came with them"],
  ],
  [
    "ip route add 10.9.0.0/24 dev A",
    "adds the route to 10.9.0.0/24",
    ["sends packets to 10.9.0.0/24 through A, and resolves the address there"],
  ],
  [
    "ip route add default via 10.1.1.2",
    "adds the route to default",
    ["sends packets to any other destination by the gateway 10.1.1.2, which must be on a network of its interfaces"],
  ],
  ["ip route add blackhole 10.8.0.0/16", "adds the route to 10.8.0.0/16", ["drops packets to 10.8.0.0/16"]],
  [
    "ip route add unreachable 10.8.0.0/16",
    "adds the route to 10.8.0.0/16",
    ["rejects, with an error, packets to 10.8.0.0/16"],
  ],
  [
    "ip route add prohibit 10.8.0.0/16",
    "adds the route to 10.8.0.0/16",
    ["prohibits, with an error, packets to 10.8.0.0/16"],
  ],
  [
    "ip route del default",
    "removes the route to default",
    ['removes the route to any other destination: without another, packets there fail with "Network is unreachable"'],
  ],
  [
    "ip route replace default via 10.1.1.2",
    "sets the route to default",
    ["sends packets to any other destination by this route from now on"],
  ],
  [
    "ip rule add from 10.1.1.9 table 5",
    "adds the routing rule from 10.1.1.9 table 5",
    ["looks up routes for matching packets in that table"],
  ],
  ["ip rule del pref 9", "removes the routing rule pref 9", ["no longer uses this rule when it looks up routes"]],
  [
    "ip neigh add 10.1.1.9 lladdr 02:00:00:00:00:09 dev A",
    "adds the neighbour 10.1.1.9 on A",
    ["sends packets for 10.1.1.9 to 02:00:00:00:00:09, without resolving the address"],
  ],
  [
    "ip neigh add proxy 10.1.1.9 dev A",
    "adds the proxy for 10.1.1.9 on A",
    ["answers requests for 10.1.1.9 on A, as if it had that address"],
  ],
  [
    "ip neigh del proxy 10.1.1.9 dev A",
    "removes the proxy for 10.1.1.9 on A",
    ["no longer answers requests for 10.1.1.9 on A, as if it had that address"],
  ],
  ["ip neigh del 10.1.1.9 dev A", "removes the neighbour 10.1.1.9 on A", ["resolves 10.1.1.9 again"]],
  [
    "ip netns add N",
    "makes the network namespace N",
    ["makes a network with nothing but lo in it, and keeps it mounted at /var/run/netns/N"],
  ],
  [
    "ip netns attach N 7",
    "makes the network namespace N",
    ["keeps the network of process 7 mounted at /var/run/netns/N"],
  ],
  [
    "ip netns del N",
    "deletes the network namespace N",
    ["ends the network, with all interfaces that are not real hardware, once nothing runs in it any more"],
  ],
  ["brctl addbr br0", "makes the bridge br0", ["adds the bridge br0: a switch without ports, which is down"]],
  [
    "brctl addif br0 A",
    "makes A a port of br0",
    ["makes A a port of br0: the bridge gets the packets that it receives, and the host itself no longer does"],
  ],
  ["brctl delif br0 A", "removes A from its bridge", ["removes A from br0: no packets pass between them any more"]],
  [
    "brctl stp br0 yes",
    "sets type bridge stp_state 1 of br0",
    ["runs the spanning tree protocol, which prevents loops, on br0"],
  ],
  ["brctl stp br0 off", "sets type bridge stp_state 0 of br0", ["stops the spanning tree protocol on br0"]],
  [
    "brctl setfd br0 1.5",
    "sets type bridge forward_delay 150 of br0",
    ["makes a port of br0 listen, and then learn, for 1.5 s each"],
  ],
])("`%s` %s", (line, changes, kernel) => {
  const { verb, parsed } = known(line);
  expect({ changes: verb.changes(parsed), kernel: verb.kernel(parsed), missing: verb.missing(parsed) }).toEqual({
    changes,
    kernel: [...kernel],
    missing: [],
  });
});

describe("a line that is not whole", () => {
  test.each<readonly [line: string, missing: readonly string[]]>([
    ["ip link add", ["the new interface", "type, and the kind of interface"]],
    ["ip link add A", ["type, and the kind of interface"]],
    ["ip link set", ["the interface", "what to set: up, down, name, netns, master, nomaster, address, mtu"]],
    ["ip link set A", ["what to set: up, down, name, netns, master, nomaster, address, mtu"]],
    ["ip link del", ["the interface"]],
    ["ip addr add", ["the address, and after the slash the length of its network's prefix", "dev, and the interface"]],
    ["ip addr flush", ["dev, and the interface"]],
    [
      "ip route add",
      ["the destination: an address or a network", "a next hop: via and a gateway's address, or dev and an interface"],
    ],
    ["ip route del", ["the destination: an address or a network"]],
    ["ip rule add", ["what it matches, and table with a table's name or number"]],
    ["ip neigh add", ["the neighbour's address", "dev, and the interface"]],
    ["brctl addif br0", ["the interface"]],
    ["brctl addbr", ["its name"]],
  ])("`%s` lacks %j", (line, missing) => {
    const { verb, parsed } = known(line);
    expect(verb.missing(parsed)).toEqual([...missing]);
  });
});
