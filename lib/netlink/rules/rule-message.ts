/**
 * Messages about rules: which packets look in which table of routes.
 * Source: include/uapi/linux/fib_rules.h, `struct fib_rule_hdr`.
 *
 * @module
 */
import { type Attributes, decode } from "../rtnetlink/attribute.ts";

/** RTM_GETRULE */
export const RULE = { get: 34 } as const;

/** FRA_* */
export const FRA = {
  destination: 1,
  source: 2,
  inputLink: 3,
  goto: 4,
  priority: 6,
  mark: 10,
  flow: 11,
  suppressPrefix: 14,
  table: 15,
  markMask: 16,
  outputLink: 17,
  users: 20,
  protocol: 21,
  ipProtocol: 22,
  sourcePorts: 23,
  destinationPorts: 24,
} as const;

/** FR_ACT_*: what becomes of packets that it fits */
export const RULE_ACTIONS = {
  unspecified: 0,
  table: 1,
  goto: 2,
  nop: 3,
  blackhole: 6,
  unreachable: 7,
  prohibit: 8,
} as const;

/** FIB_RULE_* */
export const RULE_FLAGS = { inverted: 0x2 } as const;

const HEADER_BYTES = 12;

/** What a message says of the rule before its attributes */
export interface RuleHeader {
  readonly family: number;
  /** How many bits of the destination count */
  readonly prefix: number;
  readonly sourcePrefix: number;
  readonly tos: number;
  readonly table: number;
  readonly action: number;
  readonly flags: number;
}

/** The header as it is sent */
export function ruleHeader({ family, prefix, sourcePrefix, tos, table, action, flags }: RuleHeader): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set([family, prefix, sourcePrefix, tos, table, 0, 0, action]);
  new DataView(header.buffer).setUint32(8, flags, true);
  return header;
}

/** A message about a rule, taken apart */
export interface RuleMessage extends RuleHeader {
  readonly attributes: Attributes;
}

/** Takes a message about a rule apart */
export function decodeRule(payload: Buffer): RuleMessage {
  const [family = 0, prefix = 0, sourcePrefix = 0, tos = 0, table = 0, , , action = 0] = payload;
  const attributes = decode(payload.subarray(HEADER_BYTES));
  return {
    family,
    prefix,
    sourcePrefix,
    tos,
    // A table's number has a byte here, and all of it there
    table: attributes.get(FRA.table)?.readUInt32LE(0) ?? table,
    action,
    flags: payload.readUInt32LE(8),
    attributes,
  };
}
