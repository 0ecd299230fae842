/**
 * `ip neighbour`.
 *
 * Sources: ip-neighbour(8); ipneigh_modify() of iproute2's ip/ipneigh.c
 *
 * @module
 */
import type { EntryTouch } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import type { Grammar } from "../grammar.ts";
import type { Parsed } from "../parse.ts";
import type { Context, Verb } from "../verb.ts";
import { addedNeighbour, removedNeighbour } from "./neighbour-after.ts";

const TO = { name: "to", means: "the neighbour's address" };

const STATES: Readonly<Record<string, string>> = {
  permanent: "it stays until it is removed",
  noarp: "it stays until it is removed, and is never resolved again",
  reachable: "it was confirmed just now",
  stale: "it is confirmed at its next use",
};

const GRAMMAR: Grammar = {
  operands: [TO],
  words: {
    lladdr: { means: "its hardware address", takes: [{ name: "lladdr", means: "six bytes, in hexadecimal" }] },
    nud: { means: "its state", takes: [{ name: "nud", means: "the state", values: STATES }] },
    proxy: { means: "answers for this address", takes: [{ name: "to", means: "that address" }] },
    router: { means: "it is a router" },
    managed: { means: "the kernel keeps it up to date" },
    use: { means: "the kernel confirms it at once" },
    extern_learn: { means: "another program has learned it" },
    dev: { means: "the interface that leads to it", takes: [{ name: "dev", means: "the interface" }] },
    protocol: {
      means: "the program that added it",
      takes: [{ name: "protocol", means: "a name or number" }],
      short: true,
    },
    to: { means: "its address follows", takes: [TO] },
  },
};

/** Effect and sentences of a verb, for a neighbour and for a proxy */
interface VerbParts {
  readonly effect: EntryTouch["effect"];
  readonly ofProxy: EntryTouch["effect"];
  readonly after: (parsed: Parsed) => EntryTouch["after"];
  readonly changes: string;
  readonly kernel: (to: string, address: string) => string;
  readonly answers: string;
}

function verb({ effect, ofProxy, after, changes, kernel, answers }: VerbParts): Verb {
  return {
    grammar: GRAMMAR,
    touches(parsed, { enter }: Context): readonly Touch[] | string {
      const { said, order } = parsed;
      const { to, dev } = said;
      const proxy = isProxy(order) ? ["proxy"] : [];
      // Only a proxy may be on every interface
      if (to === undefined || (dev === undefined && proxy.length === 0))
        return "it names no neighbour and its interface";
      return [
        {
          kind: "entry",
          effect: isProxy(order) ? ofProxy : effect,
          by: "word",
          place: { enter, netns: null },
          which: { of: "neighbour", address: to },
          words: [...proxy, to, ...(dev === undefined ? [] : ["dev", dev])],
          having: proxy,
          after: after(parsed),
        },
      ];
    },
    changes: ({ said, order }) =>
      `${changes} the ${isProxy(order) ? "proxy for" : "neighbour"} ${said["to"]} on ${linkIn(said)}`,
    kernel: ({ said, order }) => {
      const { to = "", lladdr = "its hardware address" } = said;
      if (!isProxy(order)) return [kernel(to, lladdr)];
      return [`${answers} requests for ${to} on ${linkIn(said)}, as if it had that address`];
    },
    missing: ({ said, order }) => [
      ...(said["to"] === undefined ? [TO.means] : []),
      ...(said["dev"] === undefined && !isProxy(order) ? ["dev, and the interface"] : []),
    ],
  };
}

function isProxy(order: Parsed["order"]): boolean {
  return order.some(({ name }) => name === "proxy");
}

function linkIn({ dev = "every interface" }: Parsed["said"]): string {
  return dev;
}

function known(to: string, address: string): string {
  return `sends packets for ${to} to ${address}, without resolving the address`;
}

const SET = {
  effect: "replaces",
  ofProxy: "replaces",
  after: addedNeighbour,
  kernel: known,
  answers: "answers",
} as const;
const CHANGE = verb({ ...SET, changes: "changes" });

export const NEIGHBOUR_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({ ...SET, effect: "makes", ofProxy: "makes", changes: "adds" }),
  replace: verb({ ...SET, changes: "sets" }),
  change: CHANGE,
  chg: CHANGE,
  delete: verb({
    effect: "may lose",
    ofProxy: "removes",
    after: removedNeighbour,
    changes: "removes",
    kernel: (to) => `resolves ${to} again`,
    answers: "no longer answers",
  }),
};
