/**
 * Links, as the kernel describes them.
 *
 * @module
 */
import type { BridgeOptions } from "../links/bridge-options.ts";
import { flagNames } from "../links/flag-names.ts";
import { IFF } from "../links/interface-flags.ts";
import { findLink, linkOf } from "../links/find-link.ts";
import { IFLA, INFO, type LinkMessage } from "../links/link-message.ts";
import { listLinks } from "../links/list-links.ts";
import { type Attributes, decode, textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { bridgeOptions } from "./bridge-options.ts";
import { type BridgePort, bridgePort } from "./bridge-port.ts";

type Switch = "on" | "off";

/** Settings of any link, by the words of `ip link set` */
export interface LinkState {
  readonly state: "up" | "down";
  /** The largest packet, in bytes */
  readonly mtu: number;
  /** The length of the queue, in packets */
  readonly txqueuelen: number;
  /** The alias; empty without one */
  readonly alias: string;
  readonly group: number;
  readonly arp: Switch;
  readonly multicast: Switch;
  readonly allmulticast: Switch;
  readonly promisc: Switch;
  readonly dynamic: Switch;
  readonly protodown: Switch;
  /** The name of its bridge or VRF; empty without one */
  readonly master: string;
  /** The hardware address, `02:00:00:00:00:01`; empty without one, and for one of another length */
  readonly address: string;
}

/** The link below, such as a macvlan's; or a veth's peer */
export interface LowerLink {
  readonly index: number;
  /** The name; `null` when it is in another network namespace */
  readonly name: string | null;
}

/** IF_OPER_*, include/uapi/linux/if.h, in the order of their numbers */
const OPERATIONAL = ["unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"] as const;

export type Operational = (typeof OPERATIONAL)[number];

/** IFLA_VXLAN_LINK: the link that a tunnel sends through, and disappears with */
const VXLAN_LINK = 3;

/** IFLA_BRPORT_NO */
const PORT_NUMBER = 18;

/** ARPHRD_* */
const HARDWARE: Readonly<Record<number, string>> = { 1: "ether", 772: "loopback" };

/** A link */
export interface SeenLink {
  readonly index: number;
  readonly name: string;
  /** The kind, `veth` or `bridge`; `null` for hardware, and for lo */
  readonly kind: string | null;
  readonly state: LinkState;
  /** Flags by the names that `ip` prints: `BROADCAST`, `UP`, `LOWER_UP` */
  readonly flags: readonly string[];
  /** The type of hardware: `ether`, `loopback`, or the number of ARPHRD_* in include/uapi/linux/if_arp.h */
  readonly hardware: string;
  /** The operational state, RFC 2863; `unknown` when the link does not report it */
  readonly operational: Operational;
  /** Options of a bridge; `null` for any other kind */
  readonly bridge: BridgeOptions | null;
  /** Settings as a port; `null` when it is not a port of a bridge */
  readonly port: BridgePort | null;
  readonly lower: LowerLink | null;
}

/**
 * Sees the link with a name.
 *
 * Equivalent to: `ip -details link show dev $name`
 *
 * @returns `null` when there is none
 * @throws {Refusal} when the kernel does not answer
 */
export function seeLink(socket: RouteSocket, name: string): SeenLink | null {
  const found = findLink(socket, name);
  return found === null ? null : seenLink(found, socket, []);
}

/**
 * Sees all links of a network namespace, by index.
 *
 * Equivalent to: `ip -details link show`
 *
 * @throws {Refusal} when the kernel does not answer
 */
export function seeLinks(socket: RouteSocket): readonly SeenLink[] {
  const all = listLinks(socket);
  return all.map((one) => seenLink(one, socket, all));
}

/**
 * Sees the ports of a bridge, in the order of their numbers there, or of a VRF.
 *
 * Equivalent to: `ip -details link show master $master`
 *
 * @param master its index
 * @throws {Refusal} when the kernel does not answer
 */
export function seePorts(socket: RouteSocket, master: number): readonly SeenLink[] {
  const ports = listLinks(socket, { master }).toSorted((one, other) => portNumber(one) - portNumber(other));
  return ports.map((one) => seenLink(one, socket, []));
}

/**
 * Decodes a link.
 *
 * @param known links whose names need no request
 */
function seenLink(message: LinkMessage, socket: RouteSocket, known: readonly LinkMessage[]): SeenLink {
  const { index, attributes } = message;
  const info = decode(attributes.get(IFLA.info) ?? new Uint8Array());
  const kind = info.get(INFO.kind);
  const data = decode(info.get(INFO.data) ?? new Uint8Array());
  const nameBehind = (number: number) => {
    const link = known.find((one) => one.index === number) ?? linkOf(socket, number);
    return link === null ? null : nameOf(link);
  };
  const kindName = kind === undefined ? null : textOf(kind);
  return {
    index,
    name: nameOf(message),
    kind: kindName,
    hardware: HARDWARE[message.hardware] ?? `${message.hardware}`,
    operational: OPERATIONAL[attributes.get(IFLA.operationalState)?.at(0) ?? 0] ?? "unknown",
    state: stateOf(message, nameBehind),
    flags: flagNames(message.flags),
    bridge: kindName === "bridge" ? bridgeOptions(data) : null,
    port: portOf(info),
    lower: lowerOf(message, kindName === "vxlan" ? (data.get(VXLAN_LINK)?.readUInt32LE(0) ?? 0) : 0, nameBehind),
  };
}

function nameOf({ attributes }: LinkMessage): string {
  return textOf(attributes.get(IFLA.name) ?? Buffer.alloc(0));
}

function stateOf({ flags, attributes }: LinkMessage, nameBehind: (index: number) => string | null): LinkState {
  const flag = (bit: number): Switch => ((flags & bit) === 0 ? "off" : "on");
  const number = (type: number) => attributes.get(type)?.readUInt32LE(0) ?? 0;
  const [alias, address] = [attributes.get(IFLA.alias), attributes.get(IFLA.address)];
  const master = number(IFLA.master);
  return {
    state: flag(IFF.up) === "on" ? "up" : "down",
    mtu: number(IFLA.mtu),
    txqueuelen: number(IFLA.queueLength),
    alias: alias === undefined ? "" : textOf(alias),
    group: number(IFLA.group),
    arp: flag(IFF.noArp) === "on" ? "off" : "on",
    multicast: flag(IFF.multicast),
    allmulticast: flag(IFF.allMulticast),
    promisc: flag(IFF.promiscuous),
    dynamic: flag(IFF.dynamic),
    protodown: (attributes.get(IFLA.protocolDown)?.at(0) ?? 0) === 0 ? "off" : "on",
    master: master === 0 ? "" : (nameBehind(master) ?? ""),
    address: address?.byteLength === 6 ? address.toString("hex").replace(/..(?=.)/g, "$&:") : "",
  };
}

/** Reads the number of a port; 0 when it is none */
function portNumber({ attributes }: LinkMessage): number {
  const info = decode(attributes.get(IFLA.info) ?? new Uint8Array());
  return (
    decode(info.get(INFO.portData) ?? new Uint8Array())
      .get(PORT_NUMBER)
      ?.readUInt16LE(0) ?? 0
  );
}

/** Reads the settings of a bridge's port; those of a VRF's or a bond's are not read */
function portOf(info: Attributes): BridgePort | null {
  const kind = info.get(INFO.portKind);
  if (kind === undefined || textOf(kind) !== "bridge") return null;
  return bridgePort(decode(info.get(INFO.portData) ?? new Uint8Array()));
}

/**
 * Decodes the link below.
 *
 * @param own its index in the kind's own attributes; 0 for none
 */
function lowerOf(
  { attributes }: LinkMessage,
  own: number,
  nameBehind: (index: number) => string | null,
): LowerLink | null {
  const index = own === 0 ? (attributes.get(IFLA.link)?.readUInt32LE(0) ?? 0) : own;
  if (index === 0) return null;
  return { index, name: attributes.has(IFLA.linkNetnsId) ? null : nameBehind(index) };
}
