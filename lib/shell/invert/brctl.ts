/**
 * `brctl`.
 *
 * @module
 */
import { NONE, type Plan, unknown } from "./inversion.ts";
import { LINK_ADD } from "../../programs/ip/link-add.ts";
import { LINK_DELETE } from "../../programs/ip/link-delete.ts";
import { LINK_SET } from "../../programs/ip/link-set.ts";
import type { Verb } from "../../programs/verb.ts";
import type { Typed } from "./typed.ts";
import { planOfVerb } from "./verb-plan.ts";

/** A command of brctl(8) in the words of `ip link`, and the words of `ip link set` for its settings */
type Invert = (typed: Typed, operands: readonly string[]) => Plan;

const INVERTS: Readonly<Record<string, Invert>> = {
  addbr: (typed, [bridge = ""]) => link(LINK_ADD, typed, "name", bridge, "type", "bridge"),
  delbr: (typed, [bridge = ""]) => link(LINK_DELETE, typed, "dev", bridge),
  addif: (typed, [bridge = "", port = ""]) => link(LINK_SET, typed, "dev", port, "master", bridge),
  delif: (typed, [, port = ""]) => link(LINK_SET, typed, "dev", port, "nomaster"),
  stp: (typed, [bridge = "", state = ""]) => setting(typed, bridge, "stp_state", state),
  setfd: (typed, [bridge = "", time = ""]) => setting(typed, bridge, "forward_delay", time),
  sethello: (typed, [bridge = "", time = ""]) => setting(typed, bridge, "hello_time", time),
  setmaxage: (typed, [bridge = "", time = ""]) => setting(typed, bridge, "max_age", time),
  setageing: (typed, [bridge = "", time = ""]) => setting(typed, bridge, "ageing_time", time),
  setbridgeprio: (typed, [bridge = "", priority = ""]) => setting(typed, bridge, "priority", priority),
};

const SHOWS: ReadonlySet<string> = new Set(["show", "showmacs", "showstp", "--help", "-h", "--version", "-V"]);

/** How many operands of some commands are targets: brctl takes several ports, or bridges only one */
const SEVERAL: ReadonlySet<string> = new Set(["addif", "delif"]);

/** Equivalent to: the opposite `ip link` line, which needs no bridge-utils */
export function brctl(typed: Typed): Plan {
  const [verb = "--help", ...operands] = typed.args;
  if (SHOWS.has(verb)) return NONE;
  const invert = INVERTS[verb];
  if (invert === undefined) return unknown(`nobody here knows how \`brctl ${verb}\` is taken back`);
  if (SEVERAL.has(verb) && operands.length > 2) return unknown("it names several ports: write a line for each");
  return invert(typed, operands);
}

function setting(typed: Typed, bridge: string, name: string, value: string): Plan {
  return link(LINK_SET, typed, "dev", bridge, "type", "bridge", name, value);
}

/** As if these words of `ip link` had been typed */
function link(verb: Verb, typed: Typed, ...words: readonly string[]): Plan {
  return planOfVerb(verb, typed, words, { enter: typed.enter, family: null });
}
