/**
 * Queueing disciplines, by which packets wait before they leave a link. Each place on a link has one.
 *
 * @module
 */
import type { Entering } from "../entering.ts";
import type { Identity, LinkIdentity, Network } from "../identity.ts";
import { identityOf } from "../link.ts";
import type { Look } from "../look.ts";
import { networkBehind, seeIn, textIn } from "../network.ts";
import { INGRESS, placeWords, type QdiscTouch } from "./qdisc-touch.ts";
import { type ShownQdisc, qdiscWords } from "./qdisc-words.ts";
import { type AsItWas, type Back, line, lineForEach, type Resource } from "../resource.ts";

/** The queueing discipline of a place, at one moment */
export interface SeenQdisc {
  /** The place; `null` when there is no such link, and nothing to restore */
  readonly at: { readonly network: Network; readonly link: LinkIdentity } | null;
  /** The words of `tc qdisc add`, or else a text that identifies it; `null` for the kernel's default */
  readonly words: string | null;
  /** The reason why it can't be restored, as a clause; `null` when it can */
  readonly obstacle: string | null;
}

export const QDISC: Resource<QdiscTouch, SeenQdisc> = {
  see: async ({ place, link, parent }, look) => seeQdisc(look, place.enter, link, parent),
  obstacle: ({ effect }, { words, obstacle }) => (effect === "makes" && words !== null ? null : obstacle),
  restore(touch, before, after) {
    const { effect } = touch;
    const [was, now] = [before.words, after?.words ?? null];
    // The kernel adds no second one, and removes no default
    const isNothing =
      after === null ? (effect === "makes" ? was !== null : was === null && effect !== "replaces") : was === now;
    if (before.at === null || isNothing || (after !== null && after.at === null)) return [];
    const { network, link } = before.at;
    const takes: Identity = {
      kind: "qdisc",
      ...link,
      parent: touch.parent,
      was,
      made: after === null ? "not yet known" : now,
    };
    return [line(network.enter, ["tc", "qdisc", ...wordsBack(touch, was)], takes)];
  },
  restoreUnseen,
};

/** Sees a queueing discipline, for restoring and for comparing it later */
export async function seeQdisc(look: Look, enter: Entering, name: string, parent: string): Promise<SeenQdisc> {
  const network = await networkBehind(look, enter);
  const link = seeIn(look, enter, (seen) => seen.link(name));
  const printed = network === null || link === null ? null : await textIn(look, enter, showing(name));
  if (network === null || link === null || printed === null) return { at: null, words: null, obstacle: null };
  const all = JSON.parse(printed === "" ? "[]" : printed) as readonly ShownQdisc[]; // what tc prints
  const one = all.find((qdisc) => (parent === "root" ? qdisc.root === true : qdisc.parent === parent));
  const isDefault = one === undefined || one.handle === "0:";
  const words = isDefault ? null : (qdiscWords(one) ?? `[${one.handle} ${one.kind} ${JSON.stringify(one.options)}]`);
  const obstacle = isDefault
    ? againstDefault(all, parent)
    : await againstRestoring(one, all, () => filtersOf(look, enter, name));
  return { at: { network, link: identityOf({ network, link }) }, words, obstacle };
}

function showing(link: string): readonly [string, ...string[]] {
  return ["tc", "-details", "-raw", "-json", "qdisc", "show", "dev", link];
}

/** Kinds whose classes get a default back. Source: the graft() of each, Linux, net/sched/sch_*.c */
const WITH_DEFAULT: ReadonlySet<string> = new Set(["htb", "prio"]);

/** Explains why the place gets no default back: a class of another kind would drop all its packets */
function againstDefault(all: readonly ShownQdisc[], parent: string): string | null {
  if (parent === "root" || parent === INGRESS) return null;
  const above = all.find(({ handle }) => parent.startsWith(handle));
  if (above === undefined || WITH_DEFAULT.has(above.kind)) return null;
  return `a class of ${above.kind} does not get its default back`;
}

async function againstRestoring(
  one: ShownQdisc,
  all: readonly ShownQdisc[],
  filters: () => Promise<boolean>,
): Promise<string | null> {
  const { kind, handle } = one;
  if (qdiscWords(one) === null) return `wirework cannot write all settings of the ${kind} there`;
  if (all.some(({ parent = "" }) => parent.startsWith(handle) && parent !== one.parent))
    return `another queueing discipline is attached to the ${kind} there`;
  const isFiltering = kind === "ingress" || kind === "clsact";
  return isFiltering && (await filters()) ? `filters are attached to the ${kind} there` : null;
}

async function filtersOf(look: Look, enter: Entering, link: string): Promise<boolean> {
  for (const way of ["ingress", "egress"]) {
    const printed = await textIn(look, enter, ["tc", "filter", "show", "dev", link, way]);
    if (printed !== null && printed.trim() !== "") return true;
  }
  return false;
}

/** The words that restore a place */
function wordsBack({ link, parent }: QdiscTouch, was: string | null): readonly string[] {
  if (was === null) return ["del", "dev", link, ...placeWords(parent)];
  // Its kind is at the same time its place, and it cannot be replaced
  if (parent === INGRESS) return ["add", "dev", link, ...was.split(" ").slice(2)];
  return ["replace", "dev", link, ...placeWords(parent), ...was.split(" ")];
}

function restoreUnseen(
  { effect, place: { enter }, link, parent }: QdiscTouch,
  knowing: "it changed something" | "nothing",
): readonly Back[] {
  const words = ["dev", link, ...(parent === INGRESS ? [] : placeWords(parent))];
  const each: AsItWas = {
    was: "the queueing discipline",
    shownBy: `tc qdisc show dev ${link}`,
    keptBy: `undo_qdisc ${link} ${parent}`,
  };
  const removal = line(enter, ["tc", "qdisc", "del", "dev", link, ...placeWords(parent)]);
  // The former discipline of a class can't be guessed
  const isAlone = knowing !== "nothing" || parent === "root" || parent === INGRESS;
  if (effect === "makes" && isAlone) return [removal];
  if (effect !== "replaces" || knowing === "nothing") return [line(enter, ["tc", "qdisc", "replace", ...words, each])];
  const others = { ...each, was: "the queueing disciplines except the default" };
  return [removal, lineForEach(enter, ["tc", "qdisc", "add", ...words], others)];
}
