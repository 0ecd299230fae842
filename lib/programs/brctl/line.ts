/**
 * A line of `brctl`, in the verbs of `ip link`: the kernel is told the same by both.
 *
 * Source: brctl(8)
 *
 * @module
 */
import { LINK_ADD } from "../ip/link-add.ts";
import { LINK_DELETE } from "../ip/link-delete.ts";
import { LINK_SET } from "../ip/link-set.ts";
import type { Verb } from "../verb.ts";

/** A verb of `ip link`, and its words */
export interface BrctlLine {
  readonly verb: Verb;
  readonly words: readonly string[];
}

type Read = (bridge: string, operand: string) => BrctlLine;

function setting(name: string): Read {
  return (bridge, value) => ({ verb: LINK_SET, words: ["dev", bridge, "type", "bridge", name, value] });
}

const READS: Readonly<Record<string, Read>> = {
  addbr: (bridge) => ({ verb: LINK_ADD, words: ["name", bridge, "type", "bridge"] }),
  delbr: (bridge) => ({ verb: LINK_DELETE, words: ["dev", bridge] }),
  addif: (bridge, port) => ({ verb: LINK_SET, words: ["dev", port, "master", bridge] }),
  delif: (_bridge, port) => ({ verb: LINK_SET, words: ["dev", port, "nomaster"] }),
  stp: setting("stp_state"),
  setfd: setting("forward_delay"),
  sethello: setting("hello_time"),
  setmaxage: setting("max_age"),
  setageing: setting("ageing_time"),
  setbridgeprio: setting("priority"),
};

const SHOWS: ReadonlySet<string> = new Set(["show", "showmacs", "showstp", "--help", "-h", "--version", "-V"]);

/** Commands that take several ports after the bridge */
const SEVERAL: ReadonlySet<string> = new Set(["addif", "delif"]);

/** Reads a line; `null` of one that only shows, or why nobody here knows, which goes on a sentence */
export function readBrctlLine([verb = "--help", bridge = "", operand = "", ...others]: readonly string[]): BrctlLine | string | null {
  if (SHOWS.has(verb)) return null;
  const read = Object.hasOwn(READS, verb) ? READS[verb] : undefined;
  if (read === undefined) return `wirework does not know how \`brctl ${verb}\` is undone`;
  if (SEVERAL.has(verb) && others.length > 0) return "it names several ports: write a line for each";
  return read(bridge, operand);
}
