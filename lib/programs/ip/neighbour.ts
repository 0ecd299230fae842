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

const TO = { name: "to", means: "the neighbour's address" };

const STATES: Readonly<Record<string, string>> = {
  permanent: "it stays until it is removed",
  noarp: "it stays until it is removed, and is never asked",
  reachable: "it was heard of just now",
  stale: "it is asked when it is needed next",
};

const GRAMMAR: Grammar = {
  operands: [TO],
  words: {
    lladdr: { means: "its hardware address", takes: [{ name: "lladdr", means: "six bytes, in hexadecimal" }] },
    nud: { means: "how long it is believed", takes: [{ name: "nud", means: "the state", values: STATES }] },
    proxy: { means: "answers for this address", takes: [{ name: "to", means: "that address" }] },
    router: { means: "it is a router" },
    managed: { means: "the kernel keeps it up to date" },
    use: { means: "the kernel asks it at once" },
    extern_learn: { means: "another program has learned it" },
    dev: { means: "the interface that it is behind", takes: [{ name: "dev", means: "the interface" }] },
    protocol: { means: "who has added it", takes: [{ name: "protocol", means: "a name or number" }] },
    to: { means: "its address follows", takes: [TO] },
  },
};

function verb(effect: EntryTouch["effect"], changes: string, kernel: (to: string, address: string) => string): Verb {
  return {
    grammar: GRAMMAR,
    touches({ said, order }, { enter }: Context): readonly Touch[] | string {
      const { to, dev } = said;
      if (isProxy(order)) return "wirework does not know how a proxy's neighbour is brought back";
      if (to === undefined || dev === undefined) return "it names no neighbour and its interface";
      const which = { of: "neighbour", address: to } as const;
      return [
        {
          kind: "entry",
          effect,
          by: "word",
          place: { enter, netns: null },
          which,
          words: [to, "dev", dev],
          having: [],
        },
      ];
    },
    changes: ({ said }) => `${changes} the neighbour ${said["to"]} on ${said["dev"]}`,
    kernel: ({ said, order }) => {
      const { to = "", dev = "", lladdr = "its hardware address" } = said;
      if (!isProxy(order)) return [kernel(to, lladdr)];
      const answers = effect === "may lose" ? "answers no longer" : "answers";
      return [`${answers} who asks on ${dev} for ${to}, as if it had that address`];
    },
    missing: ({ said }) => [
      ...(said["to"] === undefined ? [TO.means] : []),
      ...(said["dev"] === undefined ? ["dev, and the interface"] : []),
    ],
  };
}

function isProxy(order: Parsed["order"]): boolean {
  return order.some(({ name }) => name === "proxy");
}

function known(to: string, address: string): string {
  return `sends packets to ${to} to ${address}, without asking who has it`;
}

const CHANGE = verb("replaces", "changes", known);

export const NEIGHBOUR_VERBS: Readonly<Record<string, Verb>> = {
  add: verb("makes", "adds", known),
  replace: verb("replaces", "sets", known),
  change: CHANGE,
  chg: CHANGE,
  delete: verb("may lose", "removes", (to) => `asks again who has ${to}`),
};
