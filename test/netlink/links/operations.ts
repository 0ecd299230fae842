import { addBridge } from "../../../lib/netlink/links/add-bridge.ts";
import { addLink } from "../../../lib/netlink/links/add-link.ts";
import { addMacvlan } from "../../../lib/netlink/links/add-macvlan.ts";
import { addVeth } from "../../../lib/netlink/links/add-veth.ts";
import { addVxlan } from "../../../lib/netlink/links/add-vxlan.ts";
import { deleteLink } from "../../../lib/netlink/links/delete-link.ts";
import { setBridge } from "../../../lib/netlink/links/set-bridge.ts";
import { setLink } from "../../../lib/netlink/links/set-link.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { numberOf, type Operation } from "../operation.ts";

const ADDRESS = Uint8Array.of(2, 0, 0, 0, 0, 7);

const ADDED: readonly Operation[] = [
  { line: "link add x0 type bridge", request: () => addBridge({ name: "x0" }) },
  { line: "link add b0 type bridge", request: () => addBridge({ name: "b0" }) },
  {
    line: "link add x0 mtu 1400 type bridge stp_state 1 forward_delay 400 hello_time 300 max_age 900 ageing_time 100",
    request: () =>
      addBridge(
        { name: "x0", mtu: 1400 },
        { stp_state: 1, forward_delay: 400, hello_time: 300, max_age: 900, ageing_time: 100 },
      ),
  },
  {
    line: "link add x0 type bridge priority 4096 vlan_filtering 1",
    request: () => addBridge({ name: "x0" }, { priority: 4096, vlan_filtering: 1 }),
  },
  { line: "link add x0 type dummy", request: () => addLink("dummy", { name: "x0" }) },
  { line: "link add x0 type nonsense", request: () => addLink("nonsense", { name: "x0" }) },
  { line: "link add type bridge", request: () => addBridge({}) },
  { line: "link add x0 index 77 type bridge", request: () => addBridge({ name: "x0", index: 77 }) },
  {
    line: "link add link v0 name x0 address 02:00:00:00:00:07 type macvlan mode bridge",
    request: (socket) => addMacvlan({ name: "x0", address: ADDRESS, parent: numberOf(socket, "v0"), mode: "bridge" }),
  },
  {
    line: "link add link lo name x0 type macvlan",
    request: (socket) => addMacvlan({ name: "x0", parent: numberOf(socket, "lo") }),
  },
  {
    line: "link add x0 type veth peer name x1 mtu 1400 address 02:00:00:00:00:07",
    request: () => addVeth({ name: "x0" }, { name: "x1", mtu: 1400, address: ADDRESS }),
  },
  { line: "link add x0 type veth peer name v0", request: () => addVeth({ name: "x0" }, { name: "v0" }) },
  {
    line: "link add x0 master b0 txqueuelen 7 type veth peer name x1 multicast off",
    request: (socket) =>
      addVeth({ name: "x0", master: numberOf(socket, "b0"), queueLength: 7 }, { name: "x1", multicast: "off" }),
  },
  {
    line: "link add x0 type vxlan id 42 remote 192.0.2.1 local 192.0.2.2 dstport 4789 dev v0",
    request: (socket) =>
      addVxlan({
        name: "x0",
        id: 42,
        remote: parseIpv4("192.0.2.1"),
        local: parseIpv4("192.0.2.2"),
        port: 4789,
        parent: numberOf(socket, "v0"),
      }),
  },
];

const CHANGED: readonly Operation[] = [
  { line: "link set v0 up", request: (socket) => setLink(numberOf(socket, "v0"), { state: "up" }) },
  {
    line: "link set v0 down",
    given: ["link set v0 up"],
    request: (socket) => setLink(numberOf(socket, "v0"), { state: "down" }),
  },
  {
    line: "link set v0 mtu 1400 txqueuelen 7 address 02:00:00:00:00:07 alias text",
    request: (socket) =>
      setLink(numberOf(socket, "v0"), { mtu: 1400, queueLength: 7, address: ADDRESS, alias: "text" }),
  },
  { line: "link set v0 mtu 1", request: (socket) => setLink(numberOf(socket, "v0"), { mtu: 1 }) },
  { line: "link set v0 name x0", request: (socket) => setLink(numberOf(socket, "v0"), { name: "x0" }) },
  { line: "link set v0 name v1", request: (socket) => setLink(numberOf(socket, "v0"), { name: "v1" }) },
  {
    line: "link set v0 master b0",
    request: (socket) => setLink(numberOf(socket, "v0"), { master: numberOf(socket, "b0") }),
  },
  {
    line: "link set v0 nomaster",
    given: ["link set v0 master b0"],
    request: (socket) => setLink(numberOf(socket, "v0"), { master: 0 }),
  },
  {
    line: "link set v0 promisc on allmulticast on multicast off arp off dynamic on",
    request: (socket) =>
      setLink(numberOf(socket, "v0"), {
        promiscuous: "on",
        allMulticast: "on",
        multicast: "off",
        arp: "off",
        dynamic: "on",
      }),
  },
  {
    line: "link set b0 mtu 1400 type bridge stp_state 1 priority 100",
    request: (socket) => setBridge(numberOf(socket, "b0"), { stp_state: 1, priority: 100 }, { mtu: 1400 }),
  },
  {
    line: "link set v0 type bridge stp_state 1",
    request: (socket) => setBridge(numberOf(socket, "v0"), { stp_state: 1 }),
  },
];

const DELETED: readonly Operation[] = [
  { line: "link del v0", request: (socket) => deleteLink(numberOf(socket, "v0")) },
  { line: "link del lo", request: (socket) => deleteLink(numberOf(socket, "lo")) },
];

export const OPERATIONS: readonly Operation[] = [...ADDED, ...CHANGED, ...DELETED];
