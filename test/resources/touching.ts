/**
 * Touches that are told as far as they are others than the usual one, and hosts to look at.
 */
import { enteringNamed, ON_HOST } from "../../lib/resources/entering.ts";
import type { EntryTouch } from "../../lib/resources/entry-touch.ts";
import type { LinkTouch } from "../../lib/resources/link-touch.ts";
import type { Look } from "../../lib/resources/look.ts";
import type { Back, Value } from "../../lib/resources/resource.ts";
import { networkWith, NOTHING_THERE, type Told } from "../support/kernel/seen-network.ts";

export const [OWN, NAMED] = ["/proc/self/ns/net", "/var/run/netns/N"];

/** The own network, and the one that is called N */
export const HERE = { enter: ON_HOST, inode: "1" } as const;
export const THERE = { enter: enteringNamed("N"), inode: "2" } as const;

/** In the own network; what is in N there is only if it is told */
export function lookAt(own: Told, named: Told | null = null): Look {
  const told: Readonly<Record<string, Told>> = { [OWN]: own, ...(named !== null && { [NAMED]: named }) };
  const inodes: Readonly<Record<string, number>> = { [OWN]: 1, ...(named !== null && { [NAMED]: 2 }) };
  return {
    ...NOTHING_THERE,
    inode: (path) => inodes[path] ?? null,
    network: (path) => inodes[path] ?? null,
    see: (path, read) => (told[path] === undefined ? null : read(networkWith(told[path]))),
  };
}

/** A link that is changed, with all its settings, by the line's words */
export function linkTouch(told: Partial<LinkTouch>): LinkTouch {
  return {
    kind: "link",
    effect: "changes",
    by: "word",
    place: { enter: ON_HOST, netns: null },
    which: { name: "A" },
    settings: "all",
    said: new Set(),
    before: {},
    after: { kind: null, settings: {} },
    moves: null,
    ...told,
  };
}

/** An address of A that is made, by the line's words */
export function entryTouch(told: Partial<EntryTouch>): EntryTouch {
  return {
    kind: "entry",
    effect: "makes",
    by: "word",
    place: { enter: ON_HOST, netns: null },
    which: { of: "address", link: "A" },
    words: [],
    having: [],
    after: null,
    ...told,
  };
}

/** Lines, to read */
export function linesOf(back: readonly Back[]): readonly string[] {
  return back.map(({ enter, argv, each }) => {
    const line = [...enter.words, ...argv].map(textOf).join(" ");
    return each === null ? line : `${line} <${each.was}>`;
  });
}

function textOf(value: Value): string {
  return typeof value === "string" ? value : `<${"is" in value ? value.is : value.was}>`;
}
