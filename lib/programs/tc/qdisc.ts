/**
 * `tc qdisc`.
 *
 * Sources: tc(8); tc_qdisc_modify() of iproute2's tc/tc_qdisc.c
 *
 * @module
 */
import { INGRESS, type QdiscTouch, qdiscPlace } from "../../resources/qdisc/qdisc-touch.ts";
import type { Grammar } from "../grammar.ts";
import type { Parsed } from "../parse.ts";
import type { Verb } from "../verb.ts";
import { QDISC_KINDS } from "./qdisc-kinds.ts";

const GRAMMAR: Grammar = {
  operands: [],
  words: {
    dev: { means: "the interface follows", takes: [{ name: "dev", means: "the interface" }] },
    root: { means: "for all packets that leave through it" },
    parent: {
      means: "for the packets of a class",
      takes: [
        {
          name: "parent",
          means: "the class: its handle and number",
          values: { [INGRESS]: "packets that arrive" },
        },
      ],
    },
    handle: {
      means: "its handle, the number that others refer to",
      takes: [{ name: "handle", means: "hexadecimal, with a colon" }],
    },
    ingress: { means: "for packets that arrive: filters see them" },
    clsact: { means: "for packets that arrive or leave: filters see them" },
    ...Object.fromEntries(
      Object.entries(QDISC_KINDS).map(([kind, { means, options }]) => [kind, { means, leads: options }]),
    ),
  },
};

/** Effect and sentences of a verb */
interface VerbParts {
  readonly effect: QdiscTouch["effect"];
  readonly changes: string;
  kernel(kind: string | null, link: string): string;
}

function verb({ effect, changes, kernel }: VerbParts): Verb {
  return {
    grammar: GRAMMAR,
    touches(parsed, { enter }) {
      const { dev } = parsed.said;
      const parent = parentIn(parsed);
      if (dev === undefined || parent === null)
        return "it names no interface, or no place: root, or parent and a class";
      if (parsed.lost !== null) return `wirework does not know what ${parsed.lost} means to tc`;
      const qdisc = effect === "removes" ? null : kindIn(parsed);
      return [{ kind: "qdisc", effect, by: "word", place: { enter, netns: null }, link: dev, parent, qdisc }];
    },
    changes: (parsed) => `${changes} the queueing discipline${named(kindIn(parsed))} of ${placeIn(parsed)}`,
    kernel: (parsed) => [kernel(kindIn(parsed), placeIn(parsed))],
    missing: (parsed) => [
      ...(parsed.said["dev"] === undefined ? ["dev, and the interface"] : []),
      ...(parentIn(parsed) === null && parsed.lost === null ? ["root, ingress, or parent and a class"] : []),
      ...(effect !== "removes" && kindIn(parsed) === null && parsed.lost === null
        ? [`its kind: ${Object.keys(QDISC_KINDS).slice(0, 6).join(", ")}`]
        : []),
    ],
  };
}

/** The place of a queueing discipline, as qdiscPlace() gives it; `null` when the line has none */
function parentIn({ said }: Parsed): string | null {
  if (said["root"] !== undefined) return "root";
  if (said["ingress"] !== undefined || said["clsact"] !== undefined) return INGRESS;
  return said["parent"] === undefined ? null : qdiscPlace(said["parent"]);
}

function placeIn(parsed: Parsed): string {
  const { dev = "", parent, ingress, clsact } = parsed.said;
  if (ingress !== undefined || clsact !== undefined) return `packets that arrive on ${dev}`;
  return parent === undefined ? dev : `the class ${parent} on ${dev}`;
}

function kindIn({ order }: Parsed): string | null {
  const names = order.map(({ name }) => name);
  return names.find((name) => Object.hasOwn(QDISC_KINDS, name) || name === "ingress" || name === "clsact") ?? null;
}

function named(kind: string | null): string {
  return kind === null ? "" : ` ${kind}`;
}

function used(kind: string | null, place: string): string {
  const means = kind === null ? undefined : QDISC_KINDS[kind]?.means;
  return means === undefined
    ? `lets filters see ${place}`
    : `queues packets that leave through ${place} by ${kind}: ${means}`;
}

const CHANGE = verb({ effect: "changes", changes: "changes", kernel: used });

export const QDISC_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({ effect: "makes", changes: "sets", kernel: used }),
  change: CHANGE,
  replace: verb({ effect: "replaces", changes: "sets", kernel: used }),
  delete: verb({
    effect: "removes",
    changes: "removes",
    kernel: (_kind, place) =>
      `queues packets that leave through ${place} by the default again, and drops those in the queue`,
  }),
};
