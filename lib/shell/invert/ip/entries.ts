/**
 * Routes, rules and neighbours: what `ip` has lists of, and no names for.
 *
 * @module
 */
import type { LinkIdentity, Network } from "../identity.ts";
import type { InverseStep } from "../inversion.ts";
import { beyond, type ListingKind, LISTINGS, times } from "../listings.ts";
import type { Look } from "../look.ts";
import { networkBehind, textIn } from "../network.ts";
import type { Argv } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { identityOf, parseLinks } from "./link-state.ts";

/** A list, or a part of one, as it is at a moment */
export interface Entries {
  /** `null` when there is no such network */
  readonly network: Network | null;
  /** In the words of `ip … add` */
  readonly lines: readonly string[];
  /** The links that are named in the lines */
  readonly links: ReadonlyMap<string, LinkIdentity>;
}

/** Which entries are meant, and how */
export interface Meant {
  readonly listing: ListingKind;
  readonly list: Argv;
  /** What comes before `add` and `del`: `ip -4 route` */
  readonly object: Argv;
  /** The words of what is added, as typed; `null` when nothing is */
  readonly added: readonly string[] | null;
  /** Whether it may take a line away */
  mayLose(line: string): boolean;
}

/** Looks at a list */
export async function seeEntries(
  look: Look,
  enter: readonly string[],
  { listing, list }: Pick<Meant, "listing" | "list">,
): Promise<Entries> {
  const network = await networkBehind(look, enter);
  const lines = LISTINGS[listing]((await textIn(look, enter, list)) ?? "");
  const names = lines.map(deviceIn).filter((name) => name !== null);
  if (network === null || names.length === 0) return { network, lines, links: new Map() };
  const links = parseLinks((await textIn(look, enter, ["ip", "-json", "link", "show"])) ?? "[]");
  return { network, lines, links: new Map(links.map((link) => [link.ifname, identityOf(network, link)])) };
}

/** Takes away what was added, and adds what was taken away; before it has run, whatever of that may be */
export function entrySteps(before: Entries, after: Entries | null, meant: Meant): readonly InverseStep[] {
  const { lines } = before;
  const given = after === null ? [] : beyond(after.lines, lines);
  const lost = after === null ? lines.filter(meant.mayLose) : beyond(lines, after.lines);
  const planned = after !== null || meant.added === null ? [] : [meant.added];
  return [
    ...planned.flatMap((words) => entryStep(before, meant, { change: "made", words, line: null })),
    ...given.flatMap((line) => entryStep(before, meant, { change: "made", words: line.split(" "), line })),
    ...lost.flatMap((line) => entryStep(before, meant, { change: "removed", words: line.split(" "), line })),
  ];
}

interface Entry {
  readonly change: "made" | "removed";
  readonly words: readonly string[];
  /** `null` as long as it is not known */
  readonly line: string | null;
}

function entryStep(
  { network, lines, links }: Entries,
  { listing, list, object }: Meant,
  { change, words, line }: Entry,
): readonly InverseStep[] {
  if (network === null) return [];
  const device = line === null ? null : deviceIn(line);
  const same = line === null ? lines : Array.from({ length: times(line, lines) }, () => line);
  const link = device === null ? null : (links.get(device) ?? null);
  const takes = { kind: "listed", listing, network, list, line, before: same, change, link, place: null } as const;
  return [step(network.enter, [...object, change === "made" ? "del" : "add", ...words], takes)];
}

function deviceIn(line: string): string | null {
  return / dev (\S+)/.exec(line)?.[1] ?? null;
}
