/**
 * Routing rules, as the kernel describes them: they select the routing table for packets.
 *
 * @module
 */
import type { Family } from "../../values/address/family.ts";
import type { Subnet } from "../../values/address/subnet.ts";
import { FAMILY } from "../addresses/address-message.ts";
import { kernelPrefix } from "../addresses/kernel-address.ts";
import { TABLE } from "../routes/route-message.ts";
import { FRA, RULE_ACTIONS, RULE_FLAGS, type RuleMessage } from "../rules/rule-message.ts";
import { listRules } from "../rules/list-rules.ts";
import { type Attributes, textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { realmsIn } from "./route.ts";

/** A rule; `null` in a field means that any packet matches */
export interface SeenRule {
  readonly family: Family;
  readonly priority: number;
  /** True when it is for the packets that do not match */
  readonly isInverted: boolean;
  readonly from: Subnet | null;
  readonly to: Subnet | null;
  readonly tos: number;
  readonly mark: { readonly value: number; readonly mask: number } | null;
  readonly inputLink: string | null;
  readonly outputLink: string | null;
  /** `main`, `local`, or the number of another table; `null` for a rule with another action */
  readonly table: string | null;
  /** `blackhole`, `unreachable`, `prohibit`, `nop`, `goto 100`; `null` for a rule with a table */
  readonly action: string | null;
  /** Realms for tc, `7` or `7/8`; `null` without one */
  readonly realms: string | null;
  /** The number of the program that added it; `null` for the kernel, and when none is reported */
  readonly protocol: number | null;
  readonly users: { readonly first: number; readonly last: number } | null;
  /** The number of a protocol over IP */
  readonly ipProtocol: number | null;
  readonly sourcePorts: PortRange | null;
  readonly destinationPorts: PortRange | null;
  /** Routes with a prefix of at most this length are ignored */
  readonly suppressPrefix: number | null;
  /** All other settings in hexadecimal digits; `null` when there are none */
  readonly unread: string | null;
}

export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Attributes that are read here */
const READ: ReadonlySet<number> = new Set([
  FRA.destination,
  FRA.source,
  FRA.inputLink,
  FRA.outputLink,
  FRA.priority,
  FRA.mark,
  FRA.markMask,
  FRA.table,
  FRA.protocol,
  FRA.suppressPrefix,
  FRA.users,
  FRA.ipProtocol,
  FRA.sourcePorts,
  FRA.destinationPorts,
  FRA.flow,
  FRA.goto,
]);

/** FRA_SPORT_MASK and FRA_DPORT_MASK, since Linux 6.15: they add nothing when the whole port counts */
const WHOLE_MASKS: ReadonlySet<number> = new Set([28, 29]);
const WHOLE_MASK = 0xffff;

/** RTPROT_KERNEL */
const KERNEL = 2;
const ALL_BITS = 0xffff_ffff;
const TABLES = new Map<number, string>(Object.entries(TABLE).map(([name, number]) => [number, name]));

/**
 * Sees the rules of a family, in the order in which the kernel tries them.
 *
 * Equivalent to: `ip -4 rule show`, `ip -6 rule show`
 *
 * @throws {Refusal} when the kernel does not answer
 */
export function seeRules(socket: RouteSocket, family: Family): readonly SeenRule[] {
  return listRules(socket, FAMILY[family]).map((message) => seenRule(message, family));
}

function seenRule(message: RuleMessage, family: Family): SeenRule {
  const { attributes, flags, action, tos } = message;
  const number = (type: number) => attributes.get(type)?.readUInt32LE(0) ?? null;
  const name = (type: number) => {
    const value = attributes.get(type);
    return value === undefined ? null : textOf(value);
  };
  const prefix = (type: number, length: number) => kernelPrefix(message.family, attributes.get(type), length);
  const [mark, mask] = [number(FRA.mark), number(FRA.markMask)];
  const protocol = attributes.get(FRA.protocol)?.readUInt8(0) ?? 0;
  const suppressed = attributes.get(FRA.suppressPrefix)?.readInt32LE(0) ?? -1;
  const users = attributes.get(FRA.users);
  const named = Object.entries(RULE_ACTIONS).find(([, one]) => one === action)?.[0];
  const isTable = action === RULE_ACTIONS.table;
  return {
    family,
    priority: number(FRA.priority) ?? 0,
    isInverted: (flags & RULE_FLAGS.inverted) !== 0,
    from: prefix(FRA.source, message.sourcePrefix),
    to: prefix(FRA.destination, message.prefix),
    tos,
    mark: mark === null ? null : { value: mark, mask: mask ?? ALL_BITS },
    inputLink: name(FRA.inputLink),
    outputLink: name(FRA.outputLink),
    table: isTable ? (TABLES.get(message.table) ?? `${message.table}`) : null,
    action: isTable ? null : named === "goto" ? `goto ${number(FRA.goto) ?? 0}` : (named ?? `${action}`),
    realms: realmsIn(attributes.get(FRA.flow)),
    protocol: protocol === 0 || protocol === KERNEL ? null : protocol,
    users: users === undefined ? null : { first: users.readUInt32LE(0), last: users.readUInt32LE(4) },
    ipProtocol: attributes.get(FRA.ipProtocol)?.readUInt8(0) ?? null,
    sourcePorts: portsIn(attributes.get(FRA.sourcePorts)),
    destinationPorts: portsIn(attributes.get(FRA.destinationPorts)),
    suppressPrefix: suppressed === -1 ? null : suppressed,
    unread: unreadIn(attributes, isTable || (named ?? "unspecified") !== "unspecified"),
  };
}

/** @param isKnown true when its action has a name */
function unreadIn(attributes: Attributes, isKnown: boolean): string | null {
  const others = [...attributes].filter(
    ([type, value]) => !READ.has(type) && !(WHOLE_MASKS.has(type) && value.readUInt16LE(0) === WHOLE_MASK),
  );
  const isAll = isKnown && others.length === 0;
  return isAll ? null : [...attributes].map(([type, value]) => `${type}:${value.toString("hex")}`).join();
}

/** `struct fib_rule_port_range` */
function portsIn(value: Buffer | undefined): PortRange | null {
  return value === undefined ? null : { first: value.readUInt16LE(0), last: value.readUInt16LE(2) };
}
