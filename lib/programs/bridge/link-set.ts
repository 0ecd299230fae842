/**
 * `bridge link set`.
 *
 * Sources: bridge(8); brlink_modify() of iproute2's bridge/link.c
 *
 * @module
 */
import { type Grammar, type Keyword, parse, type Parsed, plainWords } from "../grammar.ts";
import { LINK_SET } from "../ip/link-set.ts";
import { PORT_OPTIONS } from "../ip/port-words.ts";
import type { Verb } from "../verb.ts";

/** In the order of their numbers: BR_STATE_* of include/uapi/linux/if_bridge.h */
const STATES = ["disabled", "listening", "learning", "forwarding", "blocking"];

const STATE_MEANS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "it passes nothing, and learns nothing",
    "it passes nothing, and learns nothing yet",
    "it passes nothing yet, and learns addresses",
    "it passes packets",
    "it passes nothing, so that there is no circle",
  ].flatMap((means, at) => [
    [`${at}`, means],
    [STATES[at] ?? "", means],
  ]),
);

/** Words whose undo wirework does not know: of the network card, or of two ports at once */
const OTHERS: Readonly<Record<string, Keyword>> = {
  learning_sync: {
    means: "whether addresses that the network card has learned are learned, too",
    takes: [{ name: "learning_sync", means: "on or off" }],
  },
  hwmode: {
    means: "how the network card passes packets between its functions",
    takes: [{ name: "hwmode", means: "the mode", values: { vepa: "through a switch outside", veb: "by itself" } }],
  },
  backup_port: {
    means: "the port that takes its packets while it has no carrier",
    takes: [{ name: "backup_port", means: "that port" }],
  },
  nobackup_port: { means: "no port takes its packets" },
  self: { means: "changes the network card itself, and not the port" },
};

const PRIORITY = [
  "its priority, for the spanning tree protocol",
  "a number; the lowest becomes the root port",
] as const;
const MCAST_ROUTER = ["whether a multicast router is behind it", "0 never, 1 where one is heard, 2 always"] as const;

/** Those of a bridge's port that `bridge` has; it has two of `ip link` not */
const OPTIONS: Readonly<Record<string, readonly [means: string, follows: string]>> = {
  ...Object.fromEntries(Object.entries(PORT_OPTIONS).filter(([name]) => !name.startsWith("proxy_arp"))),
  priority: PRIORITY,
  mcast_router: MCAST_ROUTER,
};

const OPTION_WORDS: Readonly<Record<string, Keyword>> = Object.fromEntries(
  Object.entries(OPTIONS).map(([name, [means, follows]]) => [
    name,
    { means, takes: [{ name, means: follows, ...(name === "state" && { values: STATE_MEANS }) }] },
  ]),
);

const GRAMMAR: Grammar = {
  operands: [],
  words: {
    dev: { means: "the port follows", takes: [{ name: "port", means: "an interface on a bridge" }] },
    master: { means: "changes the port, as it does without that word" },
    ...OPTION_WORDS,
    ...OTHERS,
  },
};

export const BRIDGE_LINK_SET: Verb = {
  grammar: GRAMMAR,
  touches(parsed, context) {
    const { port } = parsed.said;
    if (port === undefined) return "it names no port";
    const other = parsed.lost ?? parsed.order.find(({ name }) => Object.hasOwn(OTHERS, name))?.name ?? null;
    if (other !== null) return `wirework does not know how ${other} of a bridge's port is brought back`;
    return LINK_SET.touches(asLink(parsed, port), context);
  },
  changes: (parsed) => {
    const all = optionsIn(parsed).map(([name, value]) => `sets ${[name, value].join(" ").trim()}`);
    return `${all.join(", ")} of the port ${parsed.said["port"]}`;
  },
  kernel: (parsed) =>
    optionsIn(parsed).flatMap(([name, value]) => {
      const [means] = OPTIONS[name] ?? [];
      return means === undefined ? [] : [`keeps for the port ${parsed.said["port"]} ${means}: ${valueOf(name, value)}`];
    }),
  missing: (parsed) => [
    ...(parsed.said["port"] === undefined ? ["dev, and the port"] : []),
    ...(parsed.order.every(({ name }) => name === "dev" || name === "master") && parsed.lost === null
      ? ["what to set: hairpin, guard, learning, flood, isolated, cost, priority, state"]
      : []),
  ],
};

/** A state may be said by its number */
function valueOf(name: string, value: string): string {
  return name === "state" ? (STATES[Number(value)] ?? value) : value;
}

/** The options that are set, each with its value */
function optionsIn({ order }: Parsed): readonly (readonly [option: string, value: string])[] {
  return order.flatMap(({ name, values: [value = ""] }) =>
    Object.hasOwn(OPTIONS, name) ? [[name, value] as const] : [],
  );
}

function asLink(parsed: Parsed, port: string): Parsed {
  const words = optionsIn(parsed).flatMap(([name, value]) => {
    const number = name === "state" ? STATES.indexOf(value) : -1;
    return [name, number < 0 ? value : `${number}`];
  });
  return parse(LINK_SET.grammar, plainWords(["dev", port, "type", "bridge_slave", ...words]));
}
