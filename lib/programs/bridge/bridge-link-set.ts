/**
 * `bridge link set`.
 *
 * Sources: bridge(8); brlink_modify() of iproute2's bridge/link.c
 *
 * @module
 */
import type { Grammar, Keyword } from "../grammar.ts";
import { BACKUP_WORDS, PORT_WORDS } from "../ip/bridge-words.ts";
import { LINK_SET } from "../ip/link-set.ts";
import { parse, type Parsed, plainWords } from "../parse.ts";
import type { Verb } from "../verb.ts";

/** Names of the states in the order of their numbers: BR_STATE_* of include/uapi/linux/if_bridge.h */
const STATES = ["disabled", "listening", "learning", "forwarding", "blocking"];

const STATE_MEANS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "it forwards nothing, and learns nothing",
    "it forwards nothing, and learns nothing yet",
    "it forwards nothing yet, and learns addresses",
    "it forwards packets",
    "it forwards nothing, which prevents a loop",
  ].flatMap((means, at) => [
    [`${at}`, means],
    [STATES[at] ?? "", means],
  ]),
);

const STATE: Keyword = {
  means: "its state in the spanning tree protocol",
  takes: [{ name: "state", means: "a name, or its number", values: STATE_MEANS }],
};

/** Words that wirework cannot undo: they change the network card, or two ports at once */
const OTHERS: Readonly<Record<string, Keyword>> = {
  learning_sync: {
    means: "whether the port also learns addresses from the network card",
    takes: [{ name: "learning_sync", means: "on or off" }],
  },
  hwmode: {
    means: "how the network card forwards packets between its functions",
    takes: [{ name: "hwmode", means: "the mode", values: { vepa: "through a switch outside", veb: "by itself" } }],
  },
  ...BACKUP_WORDS,
  self: { means: "changes the network card itself, not the port" },
};

/** Port options that only `ip link` has */
const OF_IP: ReadonlySet<string> = new Set(["proxy_arp", "proxy_arp_wifi", "group_fwd_mask"]);

const OPTION_WORDS: Readonly<Record<string, Keyword>> = Object.fromEntries(
  Object.entries(PORT_WORDS.words)
    .filter(([name]) => !OF_IP.has(name) && !Object.hasOwn(BACKUP_WORDS, name))
    .map(([name, keyword]) => [name, name === "state" ? STATE : keyword]),
);

const GRAMMAR: Grammar = {
  operands: [],
  words: {
    dev: { means: "the port follows", takes: [{ name: "port", means: "an interface on a bridge" }] },
    master: { means: "changes the port, which is the default" },
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
    if (other !== null) return `wirework does not know how ${other} of a bridge port is undone`;
    return LINK_SET.touches(asLink(parsed, port), context);
  },
  changes: (parsed) => {
    const all = optionsIn(parsed).map(([name, value]) => `sets ${[name, value].join(" ").trim()}`);
    return `${all.join(", ")} of the port ${parsed.said["port"]}`;
  },
  kernel: (parsed) =>
    optionsIn(parsed).flatMap(([name, value]) => {
      const means = OPTION_WORDS[name]?.means;
      return means === undefined ? [] : [`sets for the port ${parsed.said["port"]} ${means}: ${valueOf(name, value)}`];
    }),
  missing: (parsed) => [
    ...(parsed.said["port"] === undefined ? ["dev, and the port"] : []),
    ...(parsed.order.every(({ name }) => name === "dev" || name === "master") && parsed.lost === null
      ? ["what to set: hairpin, guard, learning, flood, isolated, cost, priority, state"]
      : []),
  ],
};

/** Returns the value of an option; for a state, its name instead of its number */
function valueOf(name: string, value: string): string {
  return name === "state" ? (STATES[Number(value)] ?? value) : value;
}

/** Lists the options that are set, each with its value */
function optionsIn({ order }: Parsed): readonly (readonly [option: string, value: string])[] {
  return order.flatMap(({ name, values: [value = ""] }) =>
    Object.hasOwn(OPTION_WORDS, name) ? [[name, value] as const] : [],
  );
}

/** Writes the line as one of `ip link set`, whose verb knows the settings of ports */
function asLink(parsed: Parsed, port: string): Parsed {
  const words = optionsIn(parsed).flatMap(([name, value]) => {
    const number = name === "state" ? STATES.indexOf(value) : -1;
    return [name, number < 0 ? value : `${number}`];
  });
  return parse(LINK_SET.grammar, plainWords(["dev", port, "type", "bridge_slave", ...words]));
}
