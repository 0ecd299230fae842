/**
 * `ip rule add` and `ip rule del`
 *
 * @module
 */
import { addRule, deleteRule, type RuleOptions } from "../../../netlink/rules/add-rule.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { Reading } from "../commands.ts";
import { DONE } from "../deed.ts";
import { Words } from "../words.ts";
import { readRuleWords } from "./rule-words.ts";

/** Equivalent to: `ip rule add $words` */
export const add = changing(addRule);

/** Equivalent to: `ip rule del $words` */
export const remove = changing(deleteRule);

function changing(request: (options: RuleOptions) => Request): Reading {
  return (given) => {
    const options = readRuleWords(new Words(given));
    return ({ socket }) => {
      socket.run(request(options));
      return DONE;
    };
  };
}
