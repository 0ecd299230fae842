/**
 * A host that is told what there is on it, and the way back from a line that is typed there.
 */
import { enteringNamed, ON_HOST } from "../../../lib/resources/entering.ts";
import type { InverseStep, Plan } from "../../../lib/shell/invert/inversion.ts";
import { planOf } from "../../../lib/shell/invert/invert.ts";
import type { Look } from "../../../lib/resources/look.ts";
import { NOTHING, type Outcome } from "../../../lib/shell/outcome.ts";
import { words } from "../../../lib/shell/template/words.ts";
import { networkWith, type Told } from "../../support/kernel/seen-network.ts";
import { written } from "./scene.ts";

/** What there is; what is not named is not there, and a command that is not named fails */
export interface Host {
  /** What commands print */
  readonly prints?: Readonly<Record<string, string>>;
  /** What is in files; they are of 7:8 with 0640 */
  readonly files?: Readonly<Record<string, string>>;
  /** Where symbolic links lead */
  readonly links?: Readonly<Record<string, string>>;
  readonly inodes?: Readonly<Record<string, number>>;
  /** The networks behind files */
  readonly networks?: Readonly<Record<string, number>>;
  /** What is in networks, by their files; in its own, and in one of `networks`, there is nothing unless it is told */
  readonly sees?: Readonly<Record<string, Told>>;
}

/** The file of the network that all runs in */
export const OWN = "/proc/self/ns/net";

/** The file of the network `N` */
export const NAMED = "/var/run/netns/N";

/** The network that all runs in, unless a line enters another one */
export const HERE = { enter: ON_HOST, inode: "1" } as const;

/** One that `ip netns exec N` enters, where {@linkcode NETWORKS} are */
export const THERE = { enter: enteringNamed("N"), inode: "2" } as const;

/** `N` is the name of a network */
export const NETWORKS: Host = { inodes: { [NAMED]: 20 }, networks: { [NAMED]: 2 } };

/** All that there is on several */
export function together(...hosts: readonly Host[]): Host {
  return hosts.reduce((one, other) => ({
    prints: { ...one.prints, ...other.prints },
    files: { ...one.files, ...other.files },
    links: { ...one.links, ...other.links },
    inodes: { ...one.inodes, ...other.inodes },
    networks: { ...one.networks, ...other.networks },
    sees: { ...one.sees, ...other.sees },
  }));
}

/** Looks at such a host; its own network is number 1 */
export function lookOn({ prints = {}, files = {}, links = {}, inodes = {}, networks = {}, sees = {} }: Host): Look {
  const own: Readonly<Record<string, string>> = { [OWN]: "net:[1]", ...links };
  return {
    text: async (argv) => prints[argv.join(" ")] ?? null,
    file: (path) => {
      const text = files[path];
      return text === undefined ? null : { content: Buffer.from(text), uid: 7, gid: 8, mode: 0o640 };
    },
    link: (path) => own[path] ?? null,
    inode: (path) => inodes[path] ?? null,
    network: (path) => networks[path] ?? null,
    see: (path, read) => {
      const isThere = path === OWN || path in networks || path in sees;
      return isThere ? read(networkWith(sees[path] ?? {})) : null;
    },
  };
}

/** What is known of a line by its words */
export function planFor(line: string): Plan {
  return planOf(words(Object.assign([line], { raw: [line] }), []).argv);
}

/** What leads back from a line, as known before it runs, and when it has made another host of this one */
export async function wayBack(line: string, before: Host, after: Host = before, outcome: Outcome = NOTHING) {
  const plan = planFor(line);
  if (plan.kind !== "undoable") throw new Error(`${line} is ${plan.kind}`);
  return wayBackBy(plan, before, after, outcome);
}

/** The same of a plan that is known already */
export async function wayBackBy(plan: Plan, before: Host, after: Host = before, outcome: Outcome = NOTHING) {
  if (plan.kind !== "undoable") throw new Error(`it is ${plan.kind}`);
  const undo = await plan.prepare(lookOn(before));
  const done = await undo.complete(outcome, lookOn(after));
  return {
    argv: undo.argv,
    planned: undo.steps.map(written),
    done: done.map(written),
    steps: undo.steps,
    completed: done,
  };
}

/** What steps undo */
export function taken(steps: readonly InverseStep[]): readonly unknown[] {
  return steps.map((step) => (step.kind === "rules" ? null : step.takes));
}
