/**
 * `brctl`: the kernel is told the same as by `ip link`.
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

/** A command, in the words of `ip link` */
interface Manner extends Pick<Verb, "perform"> {
  readonly operands: readonly Parameter[];
  readonly link: Verb;
  words(said: Parsed["said"]): readonly string[];
  /** What the kernel does */
  kernel(said: Parsed["said"]): string;
  /** Settings that the words say it had before */
  readonly before?: (said: Parsed["said"]) => Readonly<Record<string, string>>;
}

function verb({ operands, link, words, kernel, perform, before = () => ({}) }: Manner): Verb {
  const grammar: Grammar = { operands, words: {} };
  const asLink = (said: Parsed["said"]) => parse(link.grammar, plainWords(words(said)));
  return {
    grammar,
    ...(perform !== undefined && { perform }),
    touches(parsed, context): readonly Touch[] | string {
      const { said } = parsed;
      // Of several ports each would be another's; what is behind other commands brctl ignores
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

/** `on`, `yes` and `1` are the same */
function isOn({ value = "" }: Parsed["said"]): boolean {
  return /^(?:on|yes|1)$/.test(value);
}

function time(option: string, kernel: (said: Parsed["said"]) => string): Verb {
  return verb({
    operands: [BRIDGE, SECONDS],
    link: LINK_SET,
    words: ({ bridge = "", value = "" }) => ["dev", bridge, "type", "bridge", option, hundredths(value)],
    kernel,
  });
}

/** Of a port, whose bridge the kernel knows */
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

/** brctl takes seconds, and a part of them */
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
      `makes ${port} a port of ${bridge}: packets that it receives go to the bridge, and no longer to the host itself`,
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
    operands: [BRIDGE, { name: "value", means: "whether it runs", values: { on: "it runs", off: "it does not" } }],
    link: LINK_SET,
    words: (said) => ["dev", said["bridge"] ?? "", "type", "bridge", "stp_state", isOn(said) ? "1" : "0"],
    kernel: (said) =>
      `${isOn(said) ? "runs the spanning tree protocol, which finds circles," : "stops the spanning tree protocol"} on ${said["bridge"]}`,
  }),
  setfd: time(
    "forward_delay",
    ({ bridge, value }) => `lets a port of ${bridge} listen, and learn, for ${value} s each`,
  ),
  sethello: time("hello_time", ({ bridge, value }) => `lets ${bridge} say every ${value} s that it is the root bridge`),
  setmaxage: time("max_age", ({ bridge, value }) => `lets ${bridge} look for another root after ${value} s of silence`),
  setageing: time("ageing_time", ({ bridge, value }) => `lets ${bridge} forget an address after ${value} s`),
  setbridgeprio: verb({
    operands: [BRIDGE, { name: "value", means: "a number; the lowest is the root bridge" }],
    link: LINK_SET,
    words: ({ bridge = "", value = "" }) => ["dev", bridge, "type", "bridge", "priority", value],
    kernel: ({ bridge, value }) => `gives ${bridge} the priority ${value} to be the root bridge`,
  }),
  hairpin: port(
    "hairpin",
    { name: "value", means: "whether it may", values: { on: "it may", off: "it may not" } },
    (said) => (isOn(said) ? "on" : "off"),
    (said) => `${isOn(said) ? "lets" : "no longer lets"} packets out of ${said["port"]} where they came in`,
  ),
  setpathcost: port(
    "cost",
    { name: "value", means: "a number; the cheapest way is taken" },
    ({ value = "" }) => value,
    ({ port, value }) => `counts ${value} for a way through ${port}, for the spanning tree protocol`,
  ),
  setportprio: port(
    "priority",
    { name: "value", means: "a number; the lowest becomes the root port" },
    ({ value = "" }) => value,
    ({ port, value }) => `gives ${port} the priority ${value} to become the root port`,
  ),
};
