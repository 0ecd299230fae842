/**
 * Lines that restore entries: addresses, routes, rules, neighbours.
 *
 * @module
 */
import type { Family } from "../values/address/family.ts";
import { familyAmong } from "../values/address/ip-notation.ts";
import { addressName } from "./address-words.ts";
import { entriesIn, type Entry, type EntryList } from "./entry.ts";
import { restoreEntriesUnseen } from "./entry-restore-unseen.ts";
import type { EntryTouch } from "./entry-touch.ts";
import type { Identity, LinkIdentity, Network } from "./identity.ts";
import { chosen, identityOf } from "./link.ts";
import { beyond, times } from "./lists.ts";
import type { Look } from "./look.ts";
import { networkBehind, seeIn } from "./network.ts";
import { type Back, line, type Resource } from "./resource.ts";

/** The entries that a touch concerns, at one moment */
export interface SeenEntries {
  /** The network namespace; `null` when it does not exist */
  readonly network: Network | null;
  /** The list; `null` when its link does not exist */
  readonly list: EntryList | null;
  readonly entries: readonly Entry[];
  /** The links of the entries, by name */
  readonly links: ReadonlyMap<string, LinkIdentity>;
}

export const ENTRY: Resource<EntryTouch, SeenEntries> = {
  see: seeEntries,
  obstacle(touch, { list, entries }) {
    if (touch.effect === "makes" || list === null) return null;
    const given = entries.filter(({ isOfKernel }) => !isOfKernel);
    // The entry that the words mean may be among the existing ones
    const isFound = touch.having.length > 0 && given.some((one) => one.isWhole && mayLose(touch, one));
    const isUnread = !isFound && given.some(({ isWhole }) => !isWhole);
    return isUnread ? `a ${list.of} there has settings that wirework does not read` : null;
  },
  restore(touch, before, after) {
    const { effect, words } = touch;
    if (before.network === null || before.list === null) return [];
    const [was, now] = [before.entries.filter(isTyped(touch)), after?.entries.filter(isTyped(touch)) ?? null];
    const known = words.join(" ");
    if (now === null) {
      const isMade = effect === "makes" || effect === "replaces";
      // An entry that the kernel adds may exist already
      const isThere = touch.by === "kernel" && was.some((one) => one.words === known);
      const made = isMade && !isThere ? [removeLine(before, plannedBy(touch), touch.by === "kernel")] : [];
      const lost = effect === "makes" ? [] : was.filter((one) => mayLose(touch, one));
      return [...made, ...inOrder(lost, before.list).map((one) => addLine(before, one, touch))];
    }
    const [made, lost] = [without(now, was), without(was, now)];
    const isLossOnly = "over" in before.list;
    // Deleting an address also deletes its routes, so one that only has other settings is changed instead
    const isChanged = (one: Entry, others: readonly Entry[]) =>
      before.list?.of === "address" && others.some((other) => nameOf(other) === nameOf(one));
    return [
      ...(isLossOnly ? [] : made.filter((one) => !isChanged(one, lost)).map((one) => removeMade(before, one, touch))),
      ...inOrder(lost, before.list).map((one) => addLine(before, one, touch, isChanged(one, made) ? "replace" : "add")),
    ];
  },
  restoreUnseen: restoreEntriesUnseen,
};

async function seeEntries(touch: EntryTouch, look: Look, before: SeenEntries | null): Promise<SeenEntries> {
  const { enter } = touch.place;
  const network = await networkBehind(look, enter);
  const nothing = { network, list: null, entries: [], links: new Map<string, LinkIdentity>() };
  if (network === null) return nothing;
  const seen = seeIn(look, enter, (there) => {
    const list = before === null ? listOf(touch, (which) => chosen(there, which)[0]?.name ?? null) : before.list;
    if (list === null || (list.of === "address" && there.link(list.link) === null)) return nothing;
    const entries = entriesIn(there, list);
    const names = new Set(entries.flatMap(({ dev }) => (dev === null ? [] : [dev])));
    if (list.of === "address") names.add(list.link);
    const links = [...names].flatMap((name) => {
      const link = there.link(name);
      return link === null ? [] : [[name, identityOf({ network, link })] as const];
    });
    return { network, list, entries, links: new Map(links) };
  });
  return seen ?? nothing;
}

/** Finds the list, with the name of its link */
function listOf(
  { which }: EntryTouch,
  nameOf: (which: Parameters<typeof chosen>[1]) => string | null,
): EntryList | null {
  if (!("linkOf" in which)) return which;
  const name = nameOf(which.linkOf);
  if (name === null) return null;
  switch (which.of) {
    case "address":
      return { of: "address", link: name };
    case "neighbour":
      return { of: "neighbour", over: name };
    case "route":
      return { of: "route", over: name };
  }
}

/** Selects entries that somebody typed; those that the kernel makes over a link come back by themselves */
function isTyped({ which }: EntryTouch): (entry: Entry) => boolean {
  const isAlong = which.of === "neighbour" || "linkOf" in which;
  return ({ isOfKernel }) => !(isAlong && isOfKernel);
}

function mayLose({ having }: EntryTouch, { words }: Entry): boolean {
  const all = words.split(" ");
  return having.every((word) => all.includes(word));
}

/** The entry as typed, of which only the identifying words are known */
function plannedBy({ which, words }: EntryTouch): Entry {
  const family = "family" in which ? which.family : (familyAmong(words.map(String)) ?? "inet");
  return { words: words.join(" "), isWhole: true, family, dev: "link" in which ? which.link : null, isOfKernel: false };
}

/** Lists the entries that are more often in one list than in another */
function without(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const keys = (all: readonly Entry[]) => all.map(({ family, words }) => `${family} ${words}`);
  const left = [...beyond(keys(entries), keys(others))];
  return entries.filter((one) => {
    const at = left.indexOf(`${one.family} ${one.words}`);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/**
 * Sorts entries for adding: routes to a gateway come before those through it, and IPv6 addresses are reversed, as the
 * kernel lists the newest first
 */
function inOrder(entries: readonly Entry[], list: EntryList): readonly Entry[] {
  if (list.of === "address") {
    const isSix = ({ family }: Entry) => family === "inet6";
    return [...entries.filter((one) => !isSix(one)), ...entries.filter(isSix).toReversed()];
  }
  const isDirect = ({ words }: Entry) => !words.includes(" via ");
  return [...entries.filter(isDirect), ...entries.filter((one) => !isDirect(one))];
}

/** Writes the removal of an entry, in the typed words if wirework cannot write its own */
function removeMade(seen: SeenEntries, entry: Entry, touch: EntryTouch): Back {
  if (entry.isWhole) return removeLine(seen, entry, true);
  return entryLine(seen, entry, { verb: "del", words: plannedBy(touch).words, known: entry.words });
}

/** @param isKnown true when the entry was seen, so its words are the kernel's */
function removeLine(seen: SeenEntries, entry: Entry, isKnown: boolean): Back {
  const { words } = entry;
  const name = seen.list?.of === "address" ? addressName(words) : words;
  return entryLine(seen, entry, { verb: "del", words: name, known: isKnown ? words : null });
}

function nameOf({ words }: Entry): string {
  return addressName(words);
}

function addLine(seen: SeenEntries, entry: Entry, { which }: EntryTouch, verb: "add" | "replace" = "add"): Back {
  const { words } = entry;
  // A route that comes back with its link ends in that link
  const own =
    "linkOf" in which && which.of === "route" && entry.dev !== null
      ? `${words.replace(` dev ${entry.dev}`, "")} dev ${entry.dev}`
      : words;
  return entryLine(seen, entry, { verb, words: own, known: words });
}

interface EntryLine {
  readonly verb: "add" | "del" | "replace";
  readonly words: string;
  /** The kernel's own words; `null` as long as they are unknown */
  readonly known: string | null;
}

function entryLine(
  { network, list, entries, links }: SeenEntries,
  entry: Entry,
  { verb, words, known }: EntryLine,
): Back {
  if (network === null || list === null) throw new Error(`Cannot restore "${words}" in a namespace that was not seen`);
  const lines = entries.map((one) => one.words);
  const takes: Identity = {
    kind: "entry",
    network,
    list,
    family: entry.family,
    words: known,
    before: known === null ? lines : Array.from({ length: times(known, lines) }, () => known),
    change: verb === "del" ? "made" : "removed",
    link: links.get(entry.dev ?? "") ?? null,
  };
  const dev = list.of === "address" ? ["dev", list.link] : [];
  return line(network.enter, ["ip", ...OBJECT[list.of](entry.family), verb, ...words.split(" "), ...dev], takes);
}

const OBJECT: Readonly<Record<EntryList["of"], (family: Family) => readonly string[]>> = {
  address: () => ["address"],
  route: (family) => [family === "inet6" ? "-6" : "-4", "route"],
  rule: (family) => [family === "inet6" ? "-6" : "-4", "rule"],
  neighbour: () => ["neighbour"],
};
