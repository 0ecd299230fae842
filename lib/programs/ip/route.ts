/**
 * `ip route`.
 *
 * Sources: ip-route(8); iproute_modify() of iproute2's ip/iproute.c
 *
 * @module
 */
import { addRoute, deleteRoute, replaceRoute } from "../../netlink/routes/add-route.ts";
import type { EntryTouch } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import type { Family } from "../../values/address/family.ts";
import { familyAmong } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";
import type { Context, Verb } from "../verb.ts";
import { routePerformer } from "./perform/route.ts";
import { addedRoute, removedRoute } from "./route-after.ts";
import { ROUTE, ROUTE_GRAMMAR } from "./route-grammar.ts";

/** Words that identify a route, besides its type and destination */
const NAMES = ["tos", "metric", "table", "scope", "protocol", "via", "dev", "src", "onlink"] as const;

function nameOf({ said, order }: Parsed): readonly string[] {
  const several = order.find(({ name }) => name === "nexthop" || name === "encap");
  const named = NAMES.flatMap((name) =>
    said[name] === undefined ? [] : name === "onlink" ? [name] : [name, said[name]],
  );
  return [
    ...(said["kind"] === undefined ? [] : [said["kind"]]),
    said["to"] ?? "",
    ...named,
    ...(several === undefined ? [] : [several.name, ...several.values]),
  ];
}

/** Effect and sentences of a verb */
interface VerbParts extends Pick<Verb, "perform"> {
  readonly effect: EntryTouch["effect"];
  readonly after: (parsed: Parsed, family: Family) => EntryTouch["after"];
  readonly changes: string;
  readonly kernel: (said: Parsed["said"]) => string;
}

function verb({ effect, after, changes, kernel, ...performer }: VerbParts): Verb {
  return {
    ...performer,
    grammar: ROUTE_GRAMMAR,
    touches(parsed, context): readonly Touch[] | string {
      const { to, via, dev, kind } = parsed.said;
      const isRead = parsed.lost === null || parsed.order.some(({ name }) => name === "nexthop" || name === "encap");
      if (to === undefined || !isRead)
        return `wirework does not know which route "${parsed.meanings.map((one) => one.word).join(" ")}" is`;
      const family = familyOf(parsed, context);
      const which = { of: "route", family, to } as const;
      // Without gateway and interface, only a look at the routes can tell which one is removed
      const isVague = effect === "removes" && via === undefined && dev === undefined && kind === undefined;
      const place = { enter: context.enter, netns: null };
      return [
        {
          kind: "entry",
          effect: isVague ? "may lose" : effect,
          by: "word",
          place,
          which,
          words: nameOf(parsed),
          having: [],
          after: after(parsed, family),
        },
      ];
    },
    changes: ({ said }) => `${changes} ${said["to"]}`,
    kernel: ({ said }) => [kernel(said)],
    missing: ({ said, order }) => [
      ...(said["to"] === undefined ? [ROUTE.destination.means] : []),
      ...(effect !== "removes" &&
      said["kind"] === undefined &&
      said["via"] === undefined &&
      said["dev"] === undefined &&
      !order.some(({ name }) => name === "nexthop")
        ? ["a next hop: via and a gateway's address, or dev and an interface"]
        : []),
    ],
  };
}

/** The family of a line: as typed, or by its addresses; IPv4 by default, as `ip` has it */
function familyOf({ said }: Parsed, { family }: Context): Family {
  const { to = "", via = "", src = "", from = "" } = said;
  return family ?? familyAmong([to, via, src, from]) ?? "inet";
}

function destination({ to }: Parsed["said"]): string {
  return to === "default" ? "any other destination" : `${to}`;
}

/** Sentences about packets on a route that leads nowhere */
const ENDS: Readonly<Record<string, string>> = {
  blackhole: "drops packets to",
  unreachable: "rejects, with an error, packets to",
  prohibit: "prohibits, with an error, packets to",
};

function added(said: Parsed["said"]): string {
  const end = ENDS[said["kind"] ?? ""];
  if (end !== undefined) return `${end} ${destination(said)}`;
  return said["via"] === undefined
    ? `sends packets to ${destination(said)} through ${said["dev"]}, and resolves the address there`
    : `sends packets to ${destination(said)} by the gateway ${said["via"]}, which must be on a network of its interfaces`;
}

function sentThatWay(said: Parsed["said"]): string {
  return `sends packets to ${destination(said)} by this route from now on`;
}

const CHANGE = verb({ effect: "replaces", after: addedRoute, changes: "changes the route to", kernel: sentThatWay });

export const ROUTE_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({
    effect: "makes",
    after: addedRoute,
    changes: "adds the route to",
    kernel: added,
    perform: routePerformer(addRoute),
  }),
  append: verb({ effect: "makes", after: addedRoute, changes: "adds a route to", kernel: added }),
  prepend: verb({ effect: "makes", after: addedRoute, changes: "adds a route to", kernel: added }),
  replace: verb({
    effect: "replaces",
    after: addedRoute,
    changes: "sets the route to",
    kernel: sentThatWay,
    perform: routePerformer(replaceRoute),
  }),
  change: CHANGE,
  chg: CHANGE,
  delete: verb({
    effect: "removes",
    after: removedRoute,
    changes: "removes the route to",
    kernel: (said) =>
      `removes the route to ${destination(said)}: without another, packets there fail with "Network is unreachable"`,
    perform: routePerformer(deleteRoute),
  }),
};
