/**
 * What `ip` shows of a link, made once from what the kernel tells, and then written as text or as JSON.
 * Source: print_linkinfo() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { IFF } from "../../../netlink/links/flags.ts";
import { IFLA, type LinkMessage } from "../../../netlink/links/link-message.ts";
import { decode, each } from "../../../netlink/rtnetlink/attribute.ts";
import type { NumberNames } from "../number-names.ts";
import { plainText } from "../plain-text.ts";
import { NotOurs } from "../words.ts";
import { flagNames } from "./flag-names.ts";
import { hardwareAddress, hardwareName } from "./hardware.ts";
import type { LinkNames } from "./link-names.ts";

/** The link that another one lies on, or the other end of a cable */
export interface Lower {
  readonly name: string;
  readonly isDown: boolean;
}

/** What there is to show of a link; what is undefined it does not have */
export interface LinkView {
  readonly index: number;
  readonly name: string;
  /** `null` when it could lie on one, and does not */
  readonly lower: Lower | null | undefined;
  /** The number of the one that it lies on, in another namespace */
  readonly lowerElsewhere: number | undefined;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly queueing: string | undefined;
  readonly master: string | undefined;
  readonly state: string;
  readonly mode: string;
  readonly group: string;
  readonly queueLength: number;
  readonly hardware: string;
  readonly address: string | undefined;
  /** Of all others on the cable, or the other end's */
  readonly broadcast: string | undefined;
  readonly isPointToPoint: boolean;
  /** The address that the hardware came with, where it has another one now */
  readonly permanentAddress: string | undefined;
  /** The number of the namespace that it leads to; -1 when that is not known */
  readonly network: number | undefined;
  readonly alias: string | undefined;
  readonly alternativeNames: readonly string[] | undefined;
}

/** IF_OPER_*, include/uapi/linux/if.h: RFC 2863 */
const STATES = ["UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP"];
/** IF_LINK_MODE_* */
const MODES = ["DEFAULT", "DORMANT"];

/**
 * Takes from a message what there is to show.
 *
 * @throws {NotOurs} when something is rarer than what is shown here
 */
export function viewLink(message: LinkMessage, links: LinkNames, groups: NumberNames): LinkView {
  refuseRare(message);
  const { index, hardware, flags, attributes } = message;
  const number = (type: number) => attributes.get(type)?.readUInt32LE(0);
  const address = (type: number) => {
    const bytes = attributes.get(type);
    return bytes === undefined ? undefined : hardwareAddress(hardware, bytes);
  };
  const master = number(IFLA.master);
  const permanent = address(IFLA.permanentAddress);
  return {
    index,
    name: plainText(attributes.get(IFLA.name)),
    ...lowerOf(message, links),
    flags: flagNames(flags),
    mtu: required(number(IFLA.mtu)),
    queueing: optionalText(attributes.get(IFLA.queueing)),
    master: master === undefined ? undefined : links.of(master).name,
    state: required(STATES[required(attributes.get(IFLA.operationalState)?.at(0))]),
    mode: required(MODES[required(attributes.get(IFLA.mode)?.at(0))]),
    group: groups.of(required(number(IFLA.group))),
    queueLength: required(number(IFLA.queueLength)),
    hardware: hardwareName(hardware),
    address: address(IFLA.address),
    broadcast: address(IFLA.broadcast),
    isPointToPoint: (flags & IFF.pointToPoint) !== 0,
    permanentAddress: permanent === address(IFLA.address) ? undefined : permanent,
    network: attributes.get(IFLA.linkNetnsId)?.readInt32LE(0),
    alias: optionalText(attributes.get(IFLA.alias)),
    alternativeNames: alternativeNames(attributes.get(IFLA.alternativeNames)),
  };
}

/** Programs at the card's door, virtual functions of a card, links that a protocol holds down: each has words of its own */
function refuseRare({ attributes }: LinkMessage): void {
  const xdp = attributes.get(IFLA.xdp);
  // IFLA_XDP_ATTACHED
  const hasProgram = xdp !== undefined && (decode(xdp).get(2)?.at(0) ?? 0) !== 0;
  const isHeldDown = (attributes.get(IFLA.protocolDown)?.at(0) ?? 0) !== 0;
  if (hasProgram || isHeldDown) throw new NotOurs();
  if (attributes.has(IFLA.virtualFunctions) || attributes.has(IFLA.protocolDownReason)) throw new NotOurs();
}

function lowerOf({ attributes }: LinkMessage, links: LinkNames): Pick<LinkView, "lower" | "lowerElsewhere"> {
  const index = attributes.get(IFLA.link)?.readUInt32LE(0);
  if (index === undefined) return { lower: undefined, lowerElsewhere: undefined };
  if (index === 0) return { lower: null, lowerElsewhere: undefined };
  if (attributes.has(IFLA.linkNetnsId)) return { lower: undefined, lowerElsewhere: index };
  const { name, flags } = links.of(index);
  return { lower: { name, isDown: flags !== null && (flags & IFF.up) === 0 }, lowerElsewhere: undefined };
}

function alternativeNames(list: Buffer | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  return [...each(list)].filter(([type]) => type === IFLA.alternativeName).map(([, value]) => plainText(value));
}

function optionalText(value: Buffer | undefined): string | undefined {
  return value === undefined ? undefined : plainText(value);
}

/** Every link has it; what it means when one has not, or has another one, only the real `ip` knows */
function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NotOurs();
  return value;
}
