/**
 * A rule as people read it: names instead of numbers.
 * Source: print_rule() of iproute2's ip/iprule.c
 *
 * @module
 */
import { hostText } from "../../../netlink/addresses/host-text.ts";
import { FRA, RULE_ACTIONS, RULE_FLAGS, type RuleMessage } from "../../../netlink/rules/rule-message.ts";
import { hexadecimal } from "../hexadecimal.ts";
import type { NumberNames } from "../number-names.ts";
import { plainText } from "../plain-text.ts";
import { NotOurs } from "../words.ts";

/** One of the two sides of a packet that it fits; the prefix is left out where all bits count */
export interface PrefixView {
  readonly address: string;
  readonly prefix: number | undefined;
}

/** A link by its name, of which there may be none just now */
export interface RuleLinkView {
  readonly name: string;
  readonly isThere: boolean;
}

/** What is told of a rule */
export interface RuleView {
  readonly priority: number;
  readonly isInverted: boolean;
  readonly source: PrefixView | undefined;
  readonly destination: PrefixView | undefined;
  readonly mark: string | undefined;
  readonly inputLink: RuleLinkView | undefined;
  readonly outputLink: RuleLinkView | undefined;
  readonly table: string | undefined;
  readonly action: string | undefined;
  readonly protocol: string | undefined;
}

/** What rules may have that is told here; the others only the real `ip` has words for */
const TOLD: ReadonlySet<number> = new Set([
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
]);

const NO_MASK = 0xffff_ffff;
const KERNEL = 2;

/** @throws {NotOurs} when there is something about it that only the real `ip` has words for */
export function viewRule(rule: RuleMessage, tables: NumberNames, protocols: NumberNames): RuleView {
  const { attributes, flags } = rule;
  const link = (type: number, detached: number): RuleLinkView | undefined =>
    attributes.has(type) ? { name: plainText(attributes.get(type)), isThere: (flags & detached) === 0 } : undefined;
  const protocol = attributes.get(FRA.protocol)?.readUInt8(0) ?? 0;
  requireTold(rule);
  return {
    priority: attributes.get(FRA.priority)?.readUInt32LE(0) ?? 0,
    isInverted: (flags & RULE_FLAGS.inverted) !== 0,
    source: prefix(attributes.get(FRA.source), rule.sourcePrefix),
    destination: prefix(attributes.get(FRA.destination), rule.prefix),
    mark: attributes.has(FRA.mark) ? hexadecimal(attributes.get(FRA.mark)?.readUInt32LE(0) ?? 0) : undefined,
    inputLink: link(FRA.inputLink, RULE_FLAGS.inputDetached),
    outputLink: link(FRA.outputLink, RULE_FLAGS.outputDetached),
    table: rule.table === 0 ? undefined : tables.of(rule.table),
    action: actionName(rule.action),
    protocol: protocol === 0 || protocol === KERNEL ? undefined : protocols.of(protocol),
  };
}

function requireTold({ family, tos, attributes }: RuleMessage): void {
  const isTold = [...attributes.keys()].every((type) => TOLD.has(type));
  const [mask, suppressed] = [attributes.get(FRA.markMask), attributes.get(FRA.suppressPrefix)];
  if (!isTold || family !== 2 || tos !== 0) throw new NotOurs();
  if ((mask?.readUInt32LE(0) ?? NO_MASK) !== NO_MASK || (suppressed?.readInt32LE(0) ?? -1) !== -1) throw new NotOurs();
}

function prefix(bytes: Buffer | undefined, bits: number): PrefixView | undefined {
  if (bytes === undefined) {
    if (bits !== 0) throw new NotOurs();
    return undefined;
  }
  const address = hostText(2, bytes);
  if (address === null) throw new NotOurs();
  return { address, prefix: bits === 32 ? undefined : bits };
}

function actionName(action: number): string | undefined {
  if (action === RULE_ACTIONS.table) return undefined;
  const [name] = Object.entries(RULE_ACTIONS).find(([, number]) => number === action) ?? [];
  if (name === undefined || name === "unspecified") throw new NotOurs();
  return name;
}
