/** Links that a kernel without tunnels and network cards cannot make: what is told of them is made up, and the texts are iproute2's */
import { expect, test } from "bun:test";

import { jsonLine } from "../../../../lib/builtins/ip/json.ts";
import { wholeLinkJson } from "../../../../lib/builtins/ip/link/link-json.ts";
import { LinkNames } from "../../../../lib/builtins/ip/link/link-names.ts";
import { wholeLinkText } from "../../../../lib/builtins/ip/link/link-text.ts";
import { viewLink } from "../../../../lib/builtins/ip/link/link-view.ts";
import { NetworkNames } from "../../../../lib/builtins/ip/link/network-names.ts";
import { groupNames } from "../../../../lib/builtins/ip/names.ts";
import { NotOurs } from "../../../../lib/builtins/ip/words.ts";
import { IFLA, type LinkMessage } from "../../../../lib/netlink/links/link-message.ts";
import { type Attribute, bytes, nested, text, u32, u8 } from "../../../../lib/netlink/rtnetlink/attribute.ts";
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

/** A link that has what every link has, and more */
interface MadeUp {
  readonly hardware?: number;
  readonly flags: number;
  readonly attributes: readonly Attribute[];
}

function shown({ hardware = 1, flags, attributes }: MadeUp): [string, string] {
  using socket = RouteSocket.open();
  const all = [
    text(IFLA.name, "x"),
    u32(IFLA.mtu, 1500),
    u8(IFLA.operationalState, 0),
    u8(IFLA.mode, 0),
    u32(IFLA.group, 0),
    u32(IFLA.queueLength, 0),
    ...attributes,
  ];
  const message: LinkMessage = {
    family: 0,
    hardware,
    index: 7,
    flags,
    attributes: new Map(all.map(({ type, value }) => [type & 0x3fff, Buffer.from(value)])),
  };
  const view = viewLink(message, new LinkNames(socket), groupNames());
  return [wholeLinkText(view, new NetworkNames(socket)), jsonLine([wholeLinkJson(view)])];
}
