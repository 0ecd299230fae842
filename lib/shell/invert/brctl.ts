/**
 * `brctl`.
 *
 * @module
 */
import { NONE, type Plan, unknown } from "./inversion.ts";
import { deletedLink } from "./ip/deleted-link.ts";
import { linkAdd } from "./ip/link-add.ts";
import { linkSet } from "./ip/link-set.ts";
import type { Typed } from "./typed.ts";

/** A command of brctl(8) in the words of `ip link`, and the words of `ip link set` for its settings */
type Invert = (typed: Typed, operands: readonly string[]) => Plan;

const INVERTS: ReadonlyMap<string, Invert> = new Map<string, Invert>([
  ["addbr", (typed, [bridge = ""]) => linkAdd(typed, ["name", bridge, "type", "bridge"])],
  ["delbr", (typed, [bridge = ""]) => deletedLink(typed, bridge)],
  ["addif", (typed, [bridge = "", port = ""]) => linkSet(typed, ["dev", port, "master", bridge])],
  ["delif", (typed, [, port = ""]) => linkSet(typed, ["dev", port, "nomaster"])],
  ["stp", setting("stp_state")],
  ["setfd", setting("forward_delay")],
  ["sethello", setting("hello_time")],
  ["setmaxage", setting("max_age")],
  ["setageing", setting("ageing_time")],
  ["setbridgeprio", setting("priority")],
]);

const SHOWS: ReadonlySet<string> = new Set(["show", "showmacs", "showstp", "--help", "-h", "--version", "-V"]);

/** How many operands of some commands are targets: brctl takes several ports, or bridges only one */
const SEVERAL: ReadonlySet<string> = new Set(["addif", "delif"]);

/** Equivalent to: the opposite `ip link` line, which needs no bridge-utils */
export function brctl(typed: Typed): Plan {
  const [verb = "--help", ...operands] = typed.args;
  if (SHOWS.has(verb)) return NONE;
  const invert = INVERTS.get(verb);
  if (invert === undefined) return unknown(`nobody here knows how \`brctl ${verb}\` is taken back`);
  if (SEVERAL.has(verb) && operands.length > 2) return unknown("it names several ports: write a line for each");
  return invert(typed, operands);
}

function setting(name: string): Invert {
  return (typed, [bridge = "", value = ""]) => linkSet(typed, ["dev", bridge, "type", "bridge", name, value]);
}
