/**
 * Compares routes and routing rules.
 *
 * @module
 */
import type { SeenRoute } from "../netlink/see/route.ts";
import type { SeenRule } from "../netlink/see/rule.ts";
import { routeWords } from "../resources/route-words.ts";
import { ruleWords } from "../resources/rule-words.ts";
import { addressOf } from "../values/address/cidr.ts";
import { printIpPrefix } from "../values/address/ip-notation.ts";
import { isLinkLocal } from "../values/address/subnet.ts";
import { type Change, listChanges } from "./change.ts";
import type { NetworkPair } from "./link-changes.ts";

/** Lists changes of a network's routes, and of its rules */
export function routeChanges({ before, now }: NetworkPair): readonly Change[] {
  if (now === null) return [];
  // A new network's default rules are no change
  const rules = (before ?? now).rules;
  return [
    ...listChanges(routeTexts(before?.routes ?? []), routeTexts(now.routes), now.label),
    ...listChanges(rules.map(ruleText), now.rules.map(ruleText), now.label),
  ];
}

function routeTexts(routes: readonly SeenRoute[]): readonly string[] {
  return routes.filter(isOwnRoute).map(routeText);
}

/**
 * Reports whether a route was added by hand: not one that comes with each address, nor one of the kernel's
 * per interface
 */
function isOwnRoute({ table, type, destination }: SeenRoute): boolean {
  return table !== "local" && type !== "multicast" && !isLinkLocal(addressOf(destination));
}

/** Formats a route like `ip route`, as far as possible */
function routeText(route: SeenRoute): string {
  return `route ${routeWords(route) ?? routeWords({ ...route, unread: null }) ?? printIpPrefix(route.destination)}`;
}

/** Formats a rule like `ip rule`, as far as possible */
function ruleText(rule: SeenRule): string {
  const words = ruleWords(rule) ?? ruleWords({ ...rule, unread: null }) ?? "";
  return `rule ${words.replace(/^pref (\d+) /, "$1: ")}`;
}
