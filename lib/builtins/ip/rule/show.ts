/**
 * `ip rule list`
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { listRules } from "../../../netlink/rules/list-rules.ts";
import { type Deed, told } from "../deed.ts";
import { type JsonObject, jsonLine } from "../json.ts";
import { protocolNames, tableNames } from "../names.ts";
import { NotOurs } from "../words.ts";
import { type PrefixView, type RuleLinkView, type RuleView, viewRule } from "./rule-view.ts";

/** Equivalent to: `ip rule list` */
export function show(given: readonly string[]): Deed {
  if (given.length > 0) throw new NotOurs();
  return ({ socket, form }) => {
    const [tables, protocols] = [tableNames(), protocolNames()];
    const rules = listRules(socket, FAMILY.inet).map((rule) => viewRule(rule, tables, protocols));
    return told(form === "json" ? jsonLine(rules.map(ruleJson)) : rules.map(ruleText).join(""));
  };
}

function ruleJson(rule: RuleView): JsonObject {
  const { source, destination, inputLink, outputLink } = rule;
  return {
    priority: rule.priority,
    not: rule.isInverted ? null : undefined,
    src: source?.address ?? "all",
    srclen: source?.prefix,
    dst: destination?.address,
    dstlen: destination?.prefix,
    fwmark: rule.mark,
    iif: inputLink?.name,
    iif_detached: inputLink?.isThere === false ? null : undefined,
    oif: outputLink?.name,
    oif_detached: outputLink?.isThere === false ? null : undefined,
    table: rule.table,
    action: rule.action,
    protocol: rule.protocol,
  };
}

function ruleText(rule: RuleView): string {
  const { source, destination, mark, inputLink, outputLink, table, action, protocol } = rule;
  const parts = [
    `${rule.isInverted ? "not " : ""}from ${source === undefined ? "all" : prefixText(source)}`,
    ...(destination === undefined ? [] : [`to ${prefixText(destination)}`]),
    ...(mark === undefined ? [] : [`fwmark ${mark}`]),
    ...(inputLink === undefined ? [] : [`iif ${linkText(inputLink)}`]),
    ...(outputLink === undefined ? [] : [`oif ${linkText(outputLink)}`]),
    ...(table === undefined ? [] : [`lookup ${table}`]),
    ...(action === undefined ? [] : [action]),
    ...(protocol === undefined ? [] : [`proto ${protocol}`]),
  ];
  return `${rule.priority}:\t${parts.join(" ")}\n`;
}

function prefixText({ address, prefix }: PrefixView): string {
  return prefix === undefined ? address : `${address}/${prefix}`;
}

function linkText({ name, isThere }: RuleLinkView): string {
  return isThere ? name : `${name} [detached]`;
}
