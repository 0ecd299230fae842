/** Links that a kernel without tunnels and network cards cannot make: what is told of them is made up, and the texts are iproute2's */
import { expect, test } from "bun:test";

import { jsonLine } from "../../../../lib/builtins/ip/json.ts";
import { linkDetails } from "../../../../lib/builtins/ip/link/details/link-details.ts";
import { wholeLinkJson } from "../../../../lib/builtins/ip/link/link-json.ts";
import { LinkNames } from "../../../../lib/builtins/ip/link/link-names.ts";
import { wholeLinkText } from "../../../../lib/builtins/ip/link/link-text.ts";
import { viewLink } from "../../../../lib/builtins/ip/link/link-view.ts";
import { NetworkNames } from "../../../../lib/builtins/ip/link/network-names.ts";
import { groupNames } from "../../../../lib/builtins/ip/names.ts";
import { NotOurs } from "../../../../lib/builtins/ip/words.ts";
import { IFLA, INFO, type LinkMessage } from "../../../../lib/netlink/links/link-message.ts";
import { type Attribute, bytes, nested, text, u16, u32, u8 } from "../../../../lib/netlink/rtnetlink/attribute.ts";
import { RouteSocket } from "../../../../lib/netlink/rtnetlink/route-socket.ts";

const ETHERNET = bytes(IFLA.address, Uint8Array.of(2, 0, 0, 0, 0, 0xa));

test("a tunnel lies on none, and has the addresses of its ends", () => {
  const link = {
    hardware: 778,
    flags: 0x91,
    attributes: [
      u32(IFLA.link, 0),
      bytes(IFLA.address, Uint8Array.of(10, 0, 0, 1)),
      bytes(IFLA.broadcast, Uint8Array.of(10, 0, 0, 2)),
    ],
  };
  expect(shown(link)).toEqual([
    "7: x@NONE: <NO-CARRIER,POINTOPOINT,NOARP,UP> mtu 1500 state UNKNOWN mode DEFAULT group default \n    link/gre 10.0.0.1 peer 10.0.0.2\n",
    '[{"ifindex":7,"link":null,"ifname":"x","flags":["NO-CARRIER","POINTOPOINT","NOARP","UP"],"mtu":1500,"operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","link_type":"gre","address":"10.0.0.1","link_pointtopoint":true,"broadcast":"10.0.0.2"}]\n',
  ]);
});

test("a card that has another address than it came with", () => {
  const link = {
    flags: 0x1043,
    attributes: [ETHERNET, bytes(IFLA.permanentAddress, Uint8Array.of(2, 0, 0, 0, 0, 0xb))],
  };
  const [plain, json] = shown(link);
  expect(plain).toEndWith("    link/ether 02:00:00:00:00:0a permaddr 02:00:00:00:00:0b\n");
  expect(json).toContain('"address":"02:00:00:00:00:0a","permaddr":"02:00:00:00:00:0b"}');
});

test("a card that has the address it came with, and flags that have no name", () => {
  const link = { flags: 0x40_1043, attributes: [ETHERNET, { ...ETHERNET, type: IFLA.permanentAddress }] };
  expect(shown(link)[0]).toBe(
    "7: x: <BROADCAST,MULTICAST,UP,400000> mtu 1500 state UNKNOWN mode DEFAULT group default \n    link/ether 02:00:00:00:00:0a\n",
  );
});

test("an end in a namespace that has no number", () => {
  const [plain, json] = shown({
    flags: 0,
    attributes: [ETHERNET, u32(IFLA.link, 3), u32(IFLA.linkNetnsId, 0xffff_ffff)],
  });
  expect(plain).toBe(
    "7: x@if3: <> mtu 1500 state UNKNOWN mode DEFAULT group default \n    link/ether 02:00:00:00:00:0a link-netnsid unknown\n",
  );
  expect(json).toContain('"link_netnsid":-1}');
});

test.each([
  ["a program at its door", [nested(IFLA.xdp, [u8(2, 1)])]],
  ["virtual functions", [nested(IFLA.virtualFunctions, [])]],
  ["a protocol that holds it down", [u8(IFLA.protocolDown, 1)]],
  ["a name that is no text", [bytes(IFLA.name, Uint8Array.of(0xff, 0))]],
  ["an address longer than any", [bytes(IFLA.address, new Uint8Array(32))]],
])("a link with %s is the real ip's", (_, attributes) => {
  expect(() => shown({ flags: 0, attributes })).toThrow(NotOurs);
});

test("a link of a rarer kind of hardware is the real ip's", () => {
  expect(() => shown({ hardware: 32, flags: 0, attributes: [] })).toThrow(NotOurs);
});

test("a bridge that filters by VLAN, whose timers run", () => {
  const data = nested(INFO.data, [
    u8(7, 1),
    bytes(8, Uint8Array.of(0x88, 0xa8)),
    hundredths(16, 5n),
    hundredths(19, 12_345n),
    u16(39, 7),
    u8(41, 1),
    u8(45, 0),
  ]);
  expect(detailed({ flags: 0, attributes: [nested(IFLA.info, [text(INFO.kind, "bridge"), data])] })).toEndWith(
    '"linkinfo":{"info_kind":"bridge","info_data":{"vlan_filtering":1,"vlan_protocol":"802.1ad","hello_timer":0.05,"gc_timer":123.45,"vlan_default_pvid":7,"vlan_stats_enabled":1,"vlan_stats_per_port":0}}}]\n',
  );
});

test("a port of a switch of several", () => {
  const attributes = [
    text(38, "p0"),
    bytes(34, Uint8Array.of(0, 0xab)),
    bytes(36, Uint8Array.of(1, 2, 3, 4)),
    text(57, "pci"),
    text(56, "0000:01:00.0"),
    text(IFLA.alias, "uplink"),
  ];
  expect(detailed({ flags: 0, attributes })).toEndWith(
    '"phys_port_name":"p0","phys_port_id":"00ab","phys_switch_id":"01020304","parentbus":"pci","parentdev":"0000:01:00.0","ifalias":"uplink"}]\n',
  );
});

test("a dummy", () => {
  const attributes = [nested(IFLA.info, [text(INFO.kind, "dummy")])];
  expect(detailed({ flags: 0, attributes })).toEndWith('"linkinfo":{"info_kind":"dummy"}}]\n');
});

test.each([
  ["a kind that is not among ours", [text(INFO.kind, "vlan")]],
  ["a master that is no bridge", [text(INFO.portKind, "bond")]],
  ["more to tell of a bridge than any kernel had", [text(INFO.kind, "bridge"), nested(INFO.data, [u8(99, 1)])]],
  ["a protocol of VLANs that is none", [text(INFO.kind, "bridge"), nested(INFO.data, [u16(8, 0)])]],
  ["no name for its kind", [text(INFO.kind, "constructor")]],
])("the details of a link with %s are the real ip's", (_, info) => {
  const link = { flags: 0, attributes: [nested(IFLA.info, info)] };
  expect(() => shown(link)).not.toThrow();
  expect(() => detailed(link)).toThrow(NotOurs);
});

/** A link that has what every link has, and more */
interface MadeUp {
  readonly hardware?: number;
  readonly flags: number;
  readonly attributes: readonly Attribute[];
}

function shown(link: MadeUp): [string, string] {
  using socket = RouteSocket.open();
  const view = viewLink(messageOf(link), new LinkNames(socket), groupNames());
  return [wholeLinkText(view, new NetworkNames(socket)), jsonLine([wholeLinkJson(view)])];
}

function detailed(link: MadeUp): string {
  using socket = RouteSocket.open();
  const names = new LinkNames(socket);
  const message = messageOf(link);
  return jsonLine([wholeLinkJson(viewLink(message, names, groupNames()), linkDetails(message, names))]);
}

function hundredths(type: number, value: bigint): Attribute {
  return bytes(type, new Uint8Array(BigUint64Array.of(value).buffer));
}

function messageOf({ hardware = 1, flags, attributes }: MadeUp): LinkMessage {
  const all = [
    text(IFLA.name, "x"),
    u32(IFLA.mtu, 1500),
    u8(IFLA.operationalState, 0),
    u8(IFLA.mode, 0),
    u32(IFLA.group, 0),
    u32(IFLA.queueLength, 0),
    ...attributes,
  ];
  return {
    family: 0,
    hardware,
    index: 7,
    flags,
    attributes: new Map(all.map(({ type, value }) => [type & 0x3fff, Buffer.from(value)])),
  };
}
