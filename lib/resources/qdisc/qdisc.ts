/**
 * Queueing disciplines: how packets wait before they leave a link. Each place of a link has one.
 *
 * @module
 */
import type { Identity, LinkIdentity, Network } from "../identity.ts";
import { identityOf } from "../link.ts";
import type { Look } from "../look.ts";
import { networkBehind, seeIn, textIn } from "../network.ts";
import { INGRESS, placeWords, type QdiscTouch } from "./qdisc-touch.ts";
import { type ShownQdisc, qdiscWords } from "./qdisc-words.ts";
import { type AsItWas, type Back, line, lineForEach, type Resource } from "../resource.ts";

/** The queueing discipline of a place, at a moment */
export interface SeenQdisc {
  /** `null` when there is no such link, and nothing to bring back */
  readonly at: { readonly network: Network; readonly link: LinkIdentity } | null;
  /** In the words of `tc qdisc add`, or else what tells it from others; `null` of the kernel's own */
  readonly words: string | null;
  /** Why it can't be brought back; `null` when it can. It goes on a sentence */
  readonly obstacle: string | null;
}

export const QDISC: Resource<QdiscTouch, SeenQdisc> = {
  see: async ({ place, link, parent }, look) => seeQdisc(look, place.enter, link, parent),
  obstacle: ({ effect }, { words, obstacle }) => (effect === "makes" && words !== null ? null : obstacle),
  restore(touch, before, after) {
    const { effect } = touch;
    const [was, now] = [before.words, after?.words ?? null];
    // One that is there already is not added, and one that is not there is not removed
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

/** Sees it, also to know later whether it is the same */
export async function seeQdisc(look: Look, enter: readonly string[], name: string, parent: string): Promise<SeenQdisc> {
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

/** Kinds whose classes have a default of their own again. Source: the graft() of each, Linux, net/sched/sch_*.c */
const WITH_DEFAULT: ReadonlySet<string> = new Set(["htb", "prio"]);

/** Of others the class would then drop all that comes */
function againstDefault(all: readonly ShownQdisc[], parent: string): string | null {
  if (parent === "root" || parent === INGRESS) return null;
  const above = all.find(({ handle }) => parent.startsWith(handle));
  if (above === undefined || WITH_DEFAULT.has(above.kind)) return null;
  return `a class of ${above.kind} does not get back what it had by itself`;
}

async function againstRestoring(
  one: ShownQdisc,
  all: readonly ShownQdisc[],
  filters: () => Promise<boolean>,
): Promise<string | null> {
  const { kind, handle } = one;
  if (qdiscWords(one) === null) return `wirework can't write the ${kind} that is there, with all that it has`;
  if (all.some(({ parent = "" }) => parent.startsWith(handle) && parent !== one.parent))
    return `another queueing discipline hangs on the ${kind} that is there`;
  const isFiltering = kind === "ingress" || kind === "clsact";
  return isFiltering && (await filters()) ? `filters hang on the ${kind} that is there` : null;
}

async function filtersOf(look: Look, enter: readonly string[], link: string): Promise<boolean> {
  for (const way of ["ingress", "egress"]) {
    const printed = await textIn(look, enter, ["tc", "filter", "show", "dev", link, way]);
    if (printed !== null && printed.trim() !== "") return true;
  }
  return false;
}

/** The words that bring a place back to what it had */
function wordsBack({ link, parent }: QdiscTouch, was: string | null): readonly string[] {
  if (was === null) return ["del", "dev", link, ...placeWords(parent)];
  // Its kind names the place, and nothing can take its place
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
  // Behind a class there may have been one that only a look can tell
  const isAlone = knowing !== "nothing" || parent === "root" || parent === INGRESS;
  if (effect === "makes" && isAlone) return [removal];
  if (effect !== "replaces" || knowing === "nothing") return [line(enter, ["tc", "qdisc", "replace", ...words, each])];
  const others = { ...each, was: "the queueing disciplines but the default" };
  return [removal, lineForEach(enter, ["tc", "qdisc", "add", ...words], others)];
}
