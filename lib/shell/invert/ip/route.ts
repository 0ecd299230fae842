/**
 * `ip route add`, `del`, `replace`, `change`, `append` and `prepend`.
 *
 * @module
 */
import { type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { type Entries, entrySteps, type Meant, seeEntries } from "./entries.ts";
import { type Arity, firstMatch, type IpToken, ipTokens, operandsOf, valueOf } from "./words.ts";

/** Keywords of iproute2's ip/iproute.c, iproute_modify(), that have another number of words than one after them */
const ARITIES: Readonly<Record<string, Arity>> = { onlink: 0, nexthop: "rest", encap: "rest" };

const KEYWORDS: readonly string[] = [
  "src via from tos dsfield expires metric priority preference scope mtu hoplimit advmss reordering rtt window cwnd initcwnd",
  "initrwnd features quackacks congctl rttvar ssthresh realms onlink nexthop nhid protocol table vrf dev oif pref encap",
  "ttl-propagate fastopen_no_cookie to",
].flatMap((line) => line.split(" "));

/** Those of which any beginning will do */
const ABBREVIATED: readonly string[] = ["metric", "priority", "preference", "protocol", "table", "realms"];

/** Kinds of routes, which come before the destination: iproute2's lib/rt_names.c */
const TYPES: ReadonlySet<string> = new Set(
  "unicast local broadcast anycast multicast throw unreachable prohibit blackhole nat xresolve".split(" "),
);

/** How each verb is told */
const TELL: Readonly<Record<string, (route: string) => string>> = {
  add: (route) => `adds the route to ${route}`,
  append: (route) => `adds a route to ${route}`,
  prepend: (route) => `adds a route to ${route}`,
  replace: (route) => `sets the route to ${route}`,
  change: (route) => `changes the route to ${route}`,
  delete: (route) => `takes away the route to ${route}`,
};

/** Those after which a route may not be there any more */
const LOSES: ReadonlySet<string> = new Set(["replace", "change", "delete"]);

/** What such a line says of a route */
export interface RouteWords {
  readonly tokens: readonly IpToken[];
  readonly destination: string;
  readonly family: "-4" | "-6";
  /** The destination as `ip route show exact` takes it */
  readonly exact: string;
}

/** Reads the words after `ip route add`, and the options before them; `null` when they don't say which route is meant */
export function readRoute(options: readonly string[], words: readonly string[]): RouteWords | null {
  const nameOf = (word: string) => (KEYWORDS.includes(word) ? word : firstMatch(word, ABBREVIATED));
  const tokens = ipTokens(words, nameOf, ARITIES);
  const [first, ...others] = operandsOf(tokens).filter((word) => !TYPES.has(word));
  const destination = valueOf(tokens, "to") ?? first ?? null;
  if (destination === null || others.length > 0) return null;
  const family = familyOf(options, destination, words);
  return { tokens, destination, family, exact: exactOf(family, destination) };
}

/** Puts the routes to the same destination back */
export function route(typed: Typed, verb: string, words: readonly string[]): Plan {
  const read = readRoute(typed.args, words);
  if (read === null) return unknown(`nobody here knows which route "${words.join(" ")}" is`);
  const { destination, family, exact } = read;
  const list = ["ip", family, "-oneline", "route", "show", "table", "all", "exact", exact] as const;
  const meant: Meant = {
    listing: "route",
    list,
    object: ["ip", family, "route"],
    added: verb === "delete" ? null : words,
    mayLose: () => LOSES.has(verb),
  };
  return comparing<Entries>({
    argv: typed.argv,
    changes: TELL[verb]?.(destination) ?? `changes the route to ${destination}`,
    see: (look) => seeEntries(look, typed.enter, meant),
    steps: (before, after) => entrySteps(before, after, meant),
  });
}

/** As typed, or as the addresses say; iproute2 takes IPv4 otherwise */
function familyOf(args: readonly string[], destination: string, words: readonly string[]): "-4" | "-6" {
  const typed = args.find((word) => /^-(?:4|6)$/.test(word));
  if (typed === "-4" || typed === "-6") return typed;
  return [destination, ...words].some((word) => word.includes(":")) ? "-6" : "-4";
}

function exactOf(family: "-4" | "-6", destination: string): string {
  if (!["default", "any", "all"].includes(destination)) return destination;
  return family === "-4" ? "0.0.0.0/0" : "::/0";
}
