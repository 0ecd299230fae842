import { FAMILY } from "../addresses/address-message.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { decodeRule, RULE, ruleHeader, type RuleMessage } from "./rule-message.ts";

/**
 * The rules for IPv4, in the order in which they are tried.
 *
 * Equivalent to: `ip rule list`
 *
 * @throws {Refusal} `EOPNOTSUPP` on a kernel without rules
 */
export function listRules(socket: RouteSocket): RuleMessage[] {
  const header = ruleHeader({
    family: FAMILY.inet,
    prefix: 0,
    sourcePrefix: 0,
    tos: 0,
    table: 0,
    action: 0,
    flags: 0,
  });
  return socket.list({ type: RULE.get, flags: 0, header, attributes: [] }).map(decodeRule);
}
