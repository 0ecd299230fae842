/**
 * Messages about routing rules, which select a routing table for a packet.
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

/** FR_ACT_*: what happens to matching packets */
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

/** The header of a rule message, `struct fib_rule_hdr` */
export interface RuleHeader {
  readonly family: number;
  /** The prefix length of the destination */
  readonly prefix: number;
  readonly sourcePrefix: number;
  readonly tos: number;
  readonly table: number;
  readonly action: number;
  readonly flags: number;
}

/** Encodes the header */
export function ruleHeader({ family, prefix, sourcePrefix, tos, table, action, flags }: RuleHeader): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set([family, prefix, sourcePrefix, tos, table, 0, 0, action]);
  new DataView(header.buffer).setUint32(8, flags, true);
  return header;
}

/** A decoded rule message */
export interface RuleMessage extends RuleHeader {
  readonly attributes: Attributes;
}

/** Decodes a rule message */
export function decodeRule(payload: Buffer): RuleMessage {
  const [family = 0, prefix = 0, sourcePrefix = 0, tos = 0, table = 0, , , action = 0] = payload;
  const attributes = decode(payload.subarray(HEADER_BYTES));
  return {
    family,
    prefix,
    sourcePrefix,
    tos,
    // The header has one byte for the table's number, the attribute all of it
    table: attributes.get(FRA.table)?.readUInt32LE(0) ?? table,
    action,
    flags: payload.readUInt32LE(8),
    attributes,
  };
}
