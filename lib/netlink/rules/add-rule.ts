import { addressOf, type Cidr, prefixOf } from "../../values/cidr.ts";
import { FAMILY } from "../addresses/address-message.ts";
import { ipv4Bytes } from "../addresses/ipv4-bytes.ts";
import { TABLE } from "../routes/route-message.ts";
import { type Attribute, bytes, text, u32 } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { FRA, RULE, RULE_ACTIONS, ruleHeader } from "./rule-message.ts";

/** Which packets look where; what is left out fits all of them */
export interface RuleOptions {
  readonly source?: Cidr;
  readonly destination?: Cidr;
  /** The name of the link that they come in by; there may be none of that name yet */
  readonly inputLink?: string;
  /** The name of the link that they are bound to go out by */
  readonly outputLink?: string;
  /** The mark that they have, nftables' or a socket's */
  readonly mark?: number;
  /** Rules are tried by their numbers, the lowest first; without one, before all others but the first */
  readonly priority?: number;
  /** The number of the table; without one, the main table */
  readonly table?: number;
}

/**
 * Adds a rule.
 *
 * Equivalent to: `ip rule add from $source to $destination lookup $table priority $priority`
 *
 * Refused with `EEXIST` when there is the same one
 */
export function addRule(options: RuleOptions): Request {
  const { table = TABLE.main } = options;
  return about(RULE.add, FLAGS.create | FLAGS.exclusive, RULE_ACTIONS.table, { ...options, table });
}

/**
 * Deletes the first rule that fits; what is left out fits all.
 *
 * Equivalent to: `ip rule del from $source to $destination lookup $table priority $priority`
 *
 * Refused with `ENOENT` when none fits
 */
export function deleteRule(options: RuleOptions): Request {
  return about(RULE.delete, 0, RULE_ACTIONS.unspecified, options);
}

function about(type: number, flags: number, action: number, options: RuleOptions): Request {
  const { source, destination, inputLink, outputLink, mark, priority, table = 0 } = options;
  const attributes: Attribute[] = [
    ...(source === undefined ? [] : [bytes(FRA.source, ipv4Bytes(addressOf(source)))]),
    ...(destination === undefined ? [] : [bytes(FRA.destination, ipv4Bytes(addressOf(destination)))]),
    ...(priority === undefined ? [] : [u32(FRA.priority, priority)]),
    ...(mark === undefined ? [] : [u32(FRA.mark, mark)]),
    ...(table < 256 ? [] : [u32(FRA.table, table)]),
    ...(inputLink === undefined ? [] : [text(FRA.inputLink, inputLink)]),
    ...(outputLink === undefined ? [] : [text(FRA.outputLink, outputLink)]),
  ];
  const header = ruleHeader({
    family: FAMILY.inet,
    prefix: destination === undefined ? 0 : prefixOf(destination),
    sourcePrefix: source === undefined ? 0 : prefixOf(source),
    tos: 0,
    table: table < 256 ? table : 0,
    action,
    flags: 0,
  });
  return { type, flags, header, attributes };
}
