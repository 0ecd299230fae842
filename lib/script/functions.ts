/**
 * Functions of bash for scripts, one file each, in the order in which a script has them.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Glob } from "bun";

/** Each file, with the other files that it needs */
const FUNCTIONS = {
  number: [],
  "address-on": [],
  "address-beside": ["number"],
  undo: [],
  was: [],
  "undo-last": ["undo"],
  "undo-file": ["undo"],
  "undo-setting": ["undo"],
  "undo-folder": ["undo"],
  "undo-image": ["undo"],
  "undo-netns": ["undo-folder"],
  "undo-deleted-netns": ["undo"],
  "undo-link-setting": ["undo", "was"],
  "undo-addresses": ["undo"],
  "undo-routes": ["undo"],
  "undo-entries": ["undo"],
  "undo-qdisc": ["undo"],
  "undo-nft": ["undo"],
  "undo-link": ["undo-link-setting", "undo-addresses", "undo-routes", "undo-entries"],
  "undo-address": ["docker-answers"],
  "undo-rules": ["undo"],
  "undo-rule": ["undo"],
  "docker-answers": ["undo"],
  background: ["undo"],
  container: ["undo"],
  leave: ["undo"],
  check: ["undo"],
  inside: [],
  "alias-of": [],
  ping: ["inside", "check"],
  "no-ping": ["ping"],
  tcp: ["inside", "check"],
  "no-tcp": ["tcp"],
  udp: ["inside", "check"],
  printed: ["check"],
  counted: ["inside", "printed"],
  same: ["printed"],
  shows: ["printed"],
  lists: ["shows"],
  refuses: ["shows"],
  hides: ["printed"],
  "shows-host-of": ["number", "printed"],
  "shows-chosen-ports": ["printed"],
  meets: ["printed"],
  unix: ["inside", "check"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a file of functions */
export type BashFunction = keyof typeof FUNCTIONS;

/** Programs that some of them run, besides those that every Debian has */
const PROGRAMS: Partial<Record<BashFunction, readonly string[]>> = {
  inside: ["nsenter", "ip"],
  ping: ["ping"],
  counted: ["ping"],
  tcp: ["perl"],
  udp: ["perl"],
  meets: ["perl"],
  unix: ["perl"],
  "undo-rules": ["iptables"],
  was: ["ip"],
  "undo-addresses": ["ip"],
  "undo-routes": ["ip"],
  "undo-entries": ["ip"],
  "undo-deleted-netns": ["ip"],
  "undo-qdisc": ["tc"],
  "undo-nft": ["nft"],
};

const FOLDER = join(import.meta.dir, "bash");

/** The path of each file, by its name */
const PATHS = new Map([...new Glob("**/*.sh").scanSync(FOLDER)].map((path) => [basename(path, ".sh"), path]));

/** Returns the functions' text, together with the functions that they need */
export function functionsText(wanted: ReadonlySet<BashFunction>): readonly string[] {
  return withNeeds(wanted).map((name) => bashText(name));
}

/** Lists the programs that they run */
export function programsOf(wanted: ReadonlySet<BashFunction>): readonly string[] {
  return withNeeds(wanted).flatMap((name) => PROGRAMS[name] ?? []);
}

/** Returns the text of a file of bash, without its final line feed */
export function bashText(name: string): string {
  const path = PATHS.get(name);
  if (path === undefined) throw new Error(`Cannot find the bash file ${name}`);
  return readFileSync(join(FOLDER, path), "utf8").trimEnd();
}

function withNeeds(wanted: ReadonlySet<BashFunction>): readonly BashFunction[] {
  const all = new Set<string>();
  const add = (name: BashFunction): void => {
    all.add(name);
    for (const needed of FUNCTIONS[name]) add(needed);
  };
  for (const name of wanted) add(name);
  return Object.keys(FUNCTIONS).filter((name): name is BashFunction => all.has(name));
}
