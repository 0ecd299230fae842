/**
 * `bridge`: `bridge link set` tells the kernel the same as `ip link set … type bridge_slave`.
 *
 * Sources: bridge(8); iproute2's bridge/bridge.c and bridge/link.c
 *
 * @module
 */
import { firstMatch } from "../ip/objects.ts";
import type { ReadLine } from "../read-line.ts";
import { BRIDGE_LINK_SET } from "./link-set.ts";

const OBJECTS = ["link", "fdb", "mdb", "mst", "vlan", "vni", "monitor", "help"];

/** Verbs of each object but `link`, and those that change nothing */
const VERBS = "add append replace delete get flush set global show lst list tunnelshow help".split(" ");
const LINK_VERBS = "set change show lst list help".split(" ");
const SHOWS: ReadonlySet<string> = new Set("get show lst list tunnelshow help".split(" "));

/** Reads a line up to its verb */
export const readBridgeLine: ReadLine = (args, enter) => {
  const inside: string[] = [];
  let at = 0;
  for (; args[at]?.startsWith("-") === true; at++) {
    const option = args[at] ?? "";
    if (/^--?b(?:a(?:t(?:ch?)?)?)?$/.test(option) || option === "-force")
      return "nobody has read the lines of its file";
    if (/^--?n(?:e(?:t(?:ns?)?)?)?$/.test(option)) inside.push("ip", "netns", "exec", args[++at] ?? "");
  }
  const [word = "help", typedVerb = "show", ...words] = args.slice(at);
  const object = firstMatch(word, OBJECTS);
  // Of what there isn't, bridge itself says so
  if (object === null || object === "monitor" || object === "help") return null;
  const verb = firstMatch(typedVerb, object === "link" ? LINK_VERBS : VERBS);
  if (verb === null || SHOWS.has(verb)) return null;
  if (object !== "link") return `wirework does not know how \`bridge ${object} ${verb}\` is undone`;
  return { verb: BRIDGE_LINK_SET, context: { enter: [...enter, ...inside], family: null }, words };
};
