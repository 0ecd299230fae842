/**
 * `ip`: which object and which verb is meant, and who takes it back.
 *
 * @module
 */
import { NONE, type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { address } from "./address.ts";
import { linkAdd } from "./link-add.ts";
import { linkDelete } from "./deleted-link.ts";
import { linkSet } from "./link-set.ts";
import { neighbour } from "./neighbour.ts";
import { netnsAdd, netnsDelete } from "./netns.ts";
import { route } from "./route.ts";
import { rule } from "./rule.ts";
import { firstMatch } from "./words.ts";

/** Takes back a verb of an object */
type Invert = (typed: Typed, words: readonly string[]) => Plan;

/** An object: its verbs in the order in which iproute2 tries them, and those of them that are taken back */
interface IpObject {
  readonly verbs: readonly string[];
  readonly inverts: Readonly<Record<string, Invert>>;
}

const SHOWS: readonly string[] = ["show", "list", "lst"];

/** One function for several verbs, which is told the verb */
function each(
  verbs: readonly string[],
  invert: (typed: Typed, verb: string, words: readonly string[]) => Plan,
): Readonly<Record<string, Invert>> {
  return Object.fromEntries(
    verbs.map((verb) => [verb, (typed: Typed, words: readonly string[]) => invert(typed, verb, words)]),
  );
}

const NEIGHBOUR: IpObject = {
  verbs: ["add", "change", "chg", "replace", "delete", "get", ...SHOWS, "flush", "help"],
  inverts: each(["add", "change", "replace", "delete"], neighbour),
};

/** Objects of which we know no more than that they can be shown */
const SHOWN: IpObject = {
  verbs: ["add", "set", "change", "replace", "delete", ...SHOWS, "flush", "help"],
  inverts: {},
};

/** Objects that have nothing to change */
const UNCHANGED: IpObject = { verbs: [], inverts: {} };

/** The objects, in the order in which iproute2 6.1 tries them, ip/ip.c; any beginning will do, of a verb as well */
const OBJECTS: Readonly<Record<string, IpObject>> = {
  address: {
    verbs: ["add", "change", "chg", "replace", "delete", ...SHOWS, "flush", "save", "showdump", "restore", "help"],
    inverts: each(["add", "change", "replace", "delete", "flush"], address),
  },
  addrlabel: SHOWN,
  maddress: SHOWN,
  route: {
    verbs: "list show lst get add change chg replace prepend append test delete flush save restore showdump help".split(
      " ",
    ),
    inverts: each(["add", "change", "replace", "prepend", "append", "delete"], route),
  },
  rule: {
    verbs: ["list", "lst", "show", "save", "restore", "add", "delete", "flush", "help"],
    inverts: each(["add", "delete"], rule),
  },
  neighbor: NEIGHBOUR,
  neighbour: NEIGHBOUR,
  ntable: SHOWN,
  ntbl: SHOWN,
  link: {
    verbs: ["add", "set", "change", "replace", "delete", ...SHOWS, "xstats", "afstats", "property", "help"],
    inverts: { add: linkAdd, set: linkSet, change: linkSet, delete: linkDelete },
  },
  l2tp: SHOWN,
  fou: SHOWN,
  ila: SHOWN,
  macsec: SHOWN,
  tunnel: SHOWN,
  tunl: SHOWN,
  tuntap: SHOWN,
  tap: SHOWN,
  token: SHOWN,
  tcpmetrics: SHOWN,
  tcp_metrics: SHOWN,
  monitor: UNCHANGED,
  xfrm: SHOWN,
  mroute: UNCHANGED,
  mrule: SHOWN,
  netns: {
    verbs: [
      "list",
      "show",
      "lst",
      "list-id",
      "help",
      "add",
      "set",
      "delete",
      "identify",
      "pids",
      "exec",
      "monitor",
      "attach",
    ],
    inverts: { add: netnsAdd, attach: netnsAdd, delete: netnsDelete },
  },
  netconf: UNCHANGED,
  vrf: UNCHANGED,
  sr: SHOWN,
  nexthop: SHOWN,
  mptcp: SHOWN,
  ioam: SHOWN,
  stats: SHOWN,
  help: UNCHANGED,
};

/** Verbs that change nothing */
const HARMLESS: ReadonlySet<string> = new Set([
  ...SHOWS,
  ..."get test save showdump help xstats afstats identify pids list-id monitor".split(" "),
]);

/** Why some are not taken back */
const REASONS: Readonly<Record<string, string>> = {
  flush: "it takes away entries of any origin",
  restore: "it adds whatever is in its input",
};

/** Equivalent to: the opposite `ip` line */
export function ip(typed: Typed): Plan {
  const line = skipOptions(typed);
  if ("kind" in line) return line;
  const [word = "help", verb, ...words] = line.args;
  const name = firstMatch(word, Object.keys(OBJECTS)) ?? "help"; // Of an object that there isn't, ip itself says so
  const object = OBJECTS[name] ?? UNCHANGED;
  if (verb === undefined || object === UNCHANGED) return NONE;
  const found = firstMatch(verb, object.verbs);
  const invert = found === null ? undefined : object.inverts[found === "chg" ? "change" : found];
  if (invert !== undefined) return invert({ ...typed, args: line.options, enter: line.enter }, words);
  if (found !== null && HARMLESS.has(found)) return NONE;
  return unknown(REASONS[found ?? ""] ?? `nobody here knows how \`ip ${name} ${found ?? verb}\` is taken back`);
}

/** What comes after the options, and what they say */
interface Line {
  readonly args: readonly string[];
  readonly options: readonly string[];
  readonly enter: readonly string[];
}

/** Options with a word after them; `-n NAME` runs all in a network, as `ip netns exec NAME` does */
const WITH_WORD =
  /^--?(?:l(?:o(?:o(?:p(?:s)?)?)?)?|f(?:a(?:m(?:i(?:ly?)?)?)?)?|rc(?:v(?:b(?:uf?)?)?)?|n(?:e(?:t(?:ns?)?)?)?)$/;

function skipOptions({ args, enter }: Typed): Line | Plan {
  const options: string[] = [];
  const inside: string[] = [];
  let at = 0;
  for (; args[at]?.startsWith("-") === true && args[at] !== "--"; at++) {
    const option = args[at] ?? "";
    if (/^--?(?:b(?:a|at|atc|atch)?|force)$/.test(option)) return unknown("nobody has read the lines of its file");
    if (/^--?a(?:ll?)?$/.test(option)) return unknown("it is about all network namespaces");
    const word = WITH_WORD.test(option) ? (args[++at] ?? "") : null;
    if (/^--?n(?:e|et|etn|etns)?$/.test(option)) inside.push("ip", "netns", "exec", word ?? "");
    else if (/^--?f/.test(option)) options.push(word === "inet6" ? "-6" : "-4");
    else options.push(option);
  }
  return { args: args.slice(args[at] === "--" ? at + 1 : at), options, enter: [...enter, ...inside] };
}
