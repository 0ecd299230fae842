import { FAMILY } from "../addresses/address-message.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { decodeRule, RULE, ruleHeader, type RuleMessage } from "./rule-message.ts";

/**
 * Lists the routing rules of a family, in the order in which they are tried.
 *
 * Equivalent to: `ip -4 rule list`, `ip -6 rule list`
 *
 * @throws {Refusal} `EOPNOTSUPP` on a kernel without rules
 */
export function listRules(socket: RouteSocket, family: (typeof FAMILY)["inet" | "inet6"]): RuleMessage[] {
  const header = ruleHeader({
    family,
    prefix: 0,
    sourcePrefix: 0,
    tos: 0,
    table: 0,
    action: 0,
    flags: 0,
  });
  return socket.list({ type: RULE.get, flags: 0, header, attributes: [] }).map(decodeRule);
}
