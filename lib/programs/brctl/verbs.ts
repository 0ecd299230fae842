/**
 * `brctl`: each command sends the kernel the same as an `ip link` line.
 *
 * Source: brctl(8)
 *
 * @module
 */
import type { Touch } from "../../resources/kinds.ts";
import type { Grammar, Parameter } from "../grammar.ts";
import { several } from "../grammar-parts.ts";
import { parse, type Parsed, plainWords } from "../parse.ts";
import { LINK_ADD } from "../ip/link-add.ts";
import { LINK_DELETE } from "../ip/link-delete.ts";
import { LINK_SET } from "../ip/link-set.ts";
import { valuesOf } from "../terms.ts";
import type { Verb } from "../verb.ts";
import { performAddbr, performDelbr, performStp } from "./perform/bridge-changes.ts";
import { performAddif, performDelif } from "./perform/port-changes.ts";

const NEW: Parameter = { name: "bridge", means: "its name" };
const BRIDGE: Parameter = { name: "bridge", means: "the bridge" };
const PORT: Parameter = { name: "port", means: "the interface" };
const PORTS = several("port", "the interface");
const SECONDS: Parameter = { name: "value", means: "seconds" };

/** A command in terms of `ip link` */
interface VerbParts extends Pick<Verb, "perform"> {
  readonly operands: readonly Parameter[];
  readonly link: Verb;
  words(said: Parsed["said"]): readonly string[];
  /** Says what the kernel does */
  kernel(said: Parsed["said"]): string;
  /** Settings that the link must have had before, according to the words */
  readonly before?: (said: Parsed["said"]) => Readonly<Record<string, string>>;
}

function verb({ operands, link, words, kernel, perform, before = () => ({}) }: VerbParts): Verb {
  const grammar: Grammar = { operands, words: {} };
  const asLink = (said: Parsed["said"]) => parse(link.grammar, plainWords(words(said)));
  return {
    grammar,
    ...(perform !== undefined && { perform }),
    touches(parsed, context): readonly Touch[] | string {
      const { said } = parsed;
      // With several ports there would be several touches; brctl ignores extra words after other commands
      if (valuesOf(parsed, "port").length > 1) return "it names several ports: write a line for each";
      const touches = link.touches(asLink(said), context);
      if (typeof touches === "string") return touches;
      return touches.map((touch) =>
        touch.kind === "link" && touch.by === "word" ? { ...touch, before: before(said) } : touch,
      );
    },
    changes: ({ said }) => link.changes(asLink(said)),
    kernel: ({ said }) => [kernel(said)],
    missing: ({ said }) => operands.flatMap(({ name, means }) => (said[name] === undefined ? [means] : [])),
  };
}

/** Reports whether the switch is on: `on`, `yes` and `1` mean the same */
function isOn({ value = "" }: Parsed["said"]): boolean {
  return /^(?:on|yes|1)$/.test(value);
}

/** Makes a verb that sets a time of a bridge */
function time(option: string, kernel: (said: Parsed["said"]) => string): Verb {
  return verb({
    operands: [BRIDGE, SECONDS],
    link: LINK_SET,
    words: ({ bridge = "", value = "" }) => ["dev", bridge, "type", "bridge", option, hundredths(value)],
    kernel,
  });
}

/** Makes a verb that sets an option of a port; the kernel knows which bridge the port is on */
function port(
  option: string,
  value: Parameter,
  valueOf: (said: Parsed["said"]) => string,
  kernel: (said: Parsed["said"]) => string,
): Verb {
  return verb({
    operands: [BRIDGE, PORT, value],
    link: LINK_SET,
    words: (said) => ["dev", said["port"] ?? "", "type", "bridge_slave", option, valueOf(said)],
    kernel,
  });
}

/** Converts the seconds that brctl takes, fractions included, to hundredths */
function hundredths(seconds: string): string {
  return /^\d+(?:\.\d+)?$/.test(seconds) ? `${Math.trunc(Number(seconds) * 100)}` : seconds;
}

export const BRCTL_VERBS: Readonly<Record<string, Verb>> = {
  addbr: verb({
    perform: performAddbr,
    operands: [NEW],
    link: LINK_ADD,
    words: ({ bridge = "" }) => ["name", bridge, "type", "bridge"],
    kernel: ({ bridge }) => `adds the bridge ${bridge}: a switch without ports, which is down`,
  }),
  delbr: verb({
    perform: performDelbr,
    operands: [BRIDGE],
    link: LINK_DELETE,
    words: ({ bridge = "" }) => ["dev", bridge],
    kernel: ({ bridge }) => `deletes ${bridge}, with its addresses; its ports stay, and belong to no bridge`,
  }),
  addif: verb({
    perform: performAddif,
    operands: [BRIDGE, PORTS],
    link: LINK_SET,
    words: ({ bridge = "", port = "" }) => ["dev", port, "master", bridge],
    kernel: ({ bridge, port }) =>
      `makes ${port} a port of ${bridge}: the bridge gets the packets that it receives, and the host itself no longer does`,
  }),
  delif: verb({
    perform: performDelif,
    operands: [BRIDGE, PORTS],
    link: LINK_SET,
    words: ({ port = "" }) => ["dev", port, "nomaster"],
    kernel: ({ bridge, port }) => `removes ${port} from ${bridge}: no packets pass between them any more`,
    before: ({ bridge = "" }) => ({ master: bridge }),
  }),
  stp: verb({
    perform: performStp,
    operands: [BRIDGE, { name: "value", means: "on or off", values: { on: "turned on", off: "turned off" } }],
    link: LINK_SET,
    words: (said) => ["dev", said["bridge"] ?? "", "type", "bridge", "stp_state", isOn(said) ? "1" : "0"],
    kernel: (said) =>
      `${isOn(said) ? "runs the spanning tree protocol, which prevents loops," : "stops the spanning tree protocol"} on ${said["bridge"]}`,
  }),
  setfd: time(
    "forward_delay",
    ({ bridge, value }) => `makes a port of ${bridge} listen, and then learn, for ${value} s each`,
  ),
  sethello: time(
    "hello_time",
    ({ bridge, value }) => `makes ${bridge} send hello packets every ${value} s, as long as it is the root bridge`,
  ),
  setmaxage: time(
    "max_age",
    ({ bridge, value }) => `makes ${bridge} look for another root bridge after ${value} s of silence`,
  ),
  setageing: time("ageing_time", ({ bridge, value }) => `makes ${bridge} forget a learned address after ${value} s`),
  setbridgeprio: verb({
    operands: [BRIDGE, { name: "value", means: "a number; the lowest is the root bridge" }],
    link: LINK_SET,
    words: ({ bridge = "", value = "" }) => ["dev", bridge, "type", "bridge", "priority", value],
    kernel: ({ bridge, value }) => `gives ${bridge} the priority ${value} to be the root bridge`,
  }),
  hairpin: port(
    "hairpin",
    { name: "value", means: "on or off", values: { on: "turned on", off: "turned off" } },
    (said) => (isOn(said) ? "on" : "off"),
    (said) =>
      `${isOn(said) ? "lets" : "no longer lets"} packets leave through ${said["port"]}, the port that they came from`,
  ),
  setpathcost: port(
    "cost",
    { name: "value", means: "a number; the path with the lowest cost is used" },
    ({ value = "" }) => value,
    ({ port, value }) => `sets the cost of a path through ${port} to ${value}, for the spanning tree protocol`,
  ),
  setportprio: port(
    "priority",
    { name: "value", means: "a number; the lowest becomes the root port" },
    ({ value = "" }) => value,
    ({ port, value }) => `gives ${port} the priority ${value} to become the root port`,
  ),
};
