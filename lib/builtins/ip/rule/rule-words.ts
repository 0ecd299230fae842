/**
 * The words behind `ip rule add` and `ip rule del`.
 * Source: iprule_modify() of iproute2's ip/iprule.c, ip-rule(8)
 *
 * @module
 */
import type { RuleOptions } from "../../../netlink/rules/add-rule.ts";
import type { Cidr } from "../../../values/cidr.ts";
import { readAddress } from "../address/address-words.ts";
import { linkName } from "../link/link-words.ts";
import { readTable } from "../route/route-words.ts";
import { NotOurs, type Words } from "../words.ts";

/** What the words say. Nothing is left out of them that is `all`, so that a second one is noticed */
type RuleWords = { readonly [Key in keyof RuleOptions]: RuleOptions[Key] | "all" };

const READ: Readonly<Record<string, (words: Words) => RuleWords>> = {
  dev: (words) => ({ inputLink: linkName(words.next()) }),
  from: (words) => ({ source: words.value(readPrefix) }),
  fwmark: (words) => ({ mark: words.unsigned() }),
  iif: (words) => ({ inputLink: linkName(words.next()) }),
  lookup: (words) => ({ table: readTable(words) }),
  oif: (words) => ({ outputLink: linkName(words.next()) }),
  order: (words) => ({ priority: words.unsigned() }),
  pref: (words) => ({ priority: words.unsigned() }),
  preference: (words) => ({ priority: words.unsigned() }),
  prio: (words) => ({ priority: words.unsigned() }),
  priority: (words) => ({ priority: words.unsigned() }),
  table: (words) => ({ table: readTable(words) }),
  to: (words) => ({ destination: words.value(readPrefix) }),
};

/**
 * Reads a rule, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of, or when there is none
 */
export function readRuleWords(words: Words): RuleOptions {
  let said: RuleWords = {};
  do {
    const more = words.entryOf(READ)(words);
    if (Object.keys(more).some((key) => key in said)) throw new NotOurs();
    said = { ...said, ...more };
  } while (words.has);
  // What fits all packets need not be said
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== "all"));
}

function readPrefix(word: string): Cidr | "all" {
  return word === "all" ? word : readAddress(word);
}
