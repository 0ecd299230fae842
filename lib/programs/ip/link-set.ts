/**
 * `ip link set`.
 *
 * @module
 */
import { type EntryTouch, lostAlong, type LostEntries, LOST_ENTRIES } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import { isPortOption, portSetting } from "../../resources/bridge-port-settings.ts";
import { isBridgeOption } from "../../resources/link-settings.ts";
import type { Place } from "../../resources/resource.ts";
import type { Parsed } from "../parse.ts";
import type { Context, Verb } from "../verb.ts";
import { TYPE } from "./link-kinds.ts";
import { bridgeAddress } from "./link-touches.ts";
import { LINK_NAME } from "./link-parameters.ts";
import { LINK_WORDS, type LinkKeyword } from "./link-words.ts";
import { performLinkSet } from "./perform/link-set.ts";

/** The address that the kernel adds when lo goes up. Source: Linux, net/ipv4/devinet.c, inetdev_event() */
const LOOPBACK = "127.0.0.1/8 scope host";

const WORDS: Readonly<Record<string, LinkKeyword>> = { ...LINK_WORDS, type: TYPE };

export const LINK_SET: Verb = {
  grammar: { operands: [LINK_NAME], words: WORDS },
  perform: performLinkSet,
  touches(parsed, { enter }: Context): readonly Touch[] | string {
    const { link: name, newName, master } = parsed.said;
    const netns = parsed.said["netns"] ?? null;
    if (name === undefined) return "it changes all links of a group";
    const settings = settingsIn(parsed);
    if (typeof settings === "string") return settings;
    if (netns !== null && enter.name === null) return `wirework does not know how to move ${name} back from there`;
    const place: Place = { enter, netns: null };
    const isMove = netns !== null || newName !== undefined;
    const moves = isMove ? { to: { enter, netns }, name: newName ?? name, back: enter.name ?? "1" } : null;
    const { after, said, loses } = settings;
    return [
      {
        kind: "link",
        effect: "changes",
        by: "word",
        place,
        which: { name },
        settings: new Set(Object.keys(after)),
        said,
        before: {},
        after: { kind: null, settings: after },
        moves,
      },
      ...(name === "lo" ? [loopback(place)] : []),
      ...LOST_ENTRIES.flatMap((of) => (loses.has(of) ? [lostAlong(place, of, { name })] : [])),
      ...(master === undefined ? [] : [bridgeAddress(enter, master)]),
    ];
  },
  changes(parsed) {
    const { link = "" } = parsed.said;
    const all = keywordsIn(parsed).map(([{ changes }, { name, values }]) =>
      changes === undefined ? `sets ${[name, ...values].join(" ")} of ${link}` : changes(link, values[0] ?? ""),
    );
    return all.length === 0 ? `changes nothing on ${link}` : all.join(", ");
  },
  kernel(parsed) {
    const { link } = parsed.said;
    if (link === undefined) return [];
    return keywordsIn(parsed).flatMap(([{ kernel }, { values }]) => kernel?.(link, values[0] ?? "") ?? []);
  },
  missing: (parsed) => [
    ...(parsed.said["link"] === undefined && parsed.said["group"] === undefined ? ["the interface"] : []),
    ...(keywordsIn(parsed).length === 0 ? ["what to set: up, down, name, netns, master, nomaster, address, mtu"] : []),
  ],
};

/** The settings that a line changes */
interface Settings {
  readonly after: Readonly<Record<string, string>>;
  /** Settings that the words name, in contrast to those that a move changes */
  readonly said: ReadonlySet<string>;
  readonly loses: ReadonlySet<LostEntries>;
}

/** The words that set something, each with its values */
function keywordsIn({ order }: Parsed): readonly (readonly [LinkKeyword, Parsed["order"][number]])[] {
  return order.flatMap((one) => {
    const keyword = WORDS[one.name];
    return keyword === undefined || one.name === "dev" ? [] : [[keyword, one] as const];
  });
}

/** Collects the settings, or says in a clause why their undo is unknown */
function settingsIn(parsed: Parsed): Settings | string {
  const after: Record<string, string> = {};
  const [said, loses] = [new Set<string>(), new Set<LostEntries>()];
  for (const [
    { sets, loses: along = [] },
    {
      name,
      values: [value = ""],
    },
  ] of keywordsIn(parsed)) {
    const set = name === "type" ? optionsIn(parsed) : sets?.(value);
    if (set === undefined) return `wirework does not know how ${name} of a link is undone`;
    if (typeof set === "string") return set;
    Object.assign(after, set);
    if (name !== "netns") for (const one of Object.keys(set)) said.add(one);
    for (const one of along) loses.add(one);
  }
  return { after, said, loses };
}

/** The options after `type bridge` or `type bridge_slave` */
function optionsIn({ said, inner }: Parsed): Readonly<Record<string, string>> | string {
  const { kind = "" } = said;
  const of = OPTIONS[kind];
  if (of === undefined) return `wirework does not know how type ${kind} of a link is undone`;
  const unknown = inner?.lost ?? inner?.order.find(({ name }) => !of.has(name))?.name ?? null;
  if (unknown !== null) return `wirework does not know how ${unknown} of ${of.whose} is undone`;
  return Object.fromEntries((inner?.order ?? []).map(({ name, values: [value = ""] }) => [of.setting(name), value]));
}

interface Options {
  readonly whose: string;
  has(option: string): boolean;
  setting(option: string): string;
}

const OPTIONS: Readonly<Record<string, Options>> = {
  bridge: { whose: "a bridge", has: isBridgeOption, setting: (option) => option },
  bridge_slave: { whose: "a bridge's port", has: isPortOption, setting: portSetting },
};

function loopback(place: Place): EntryTouch {
  const which = { of: "address", linkOf: { name: "lo" } } as const;
  return {
    kind: "entry",
    effect: "makes",
    by: "kernel",
    place,
    which,
    words: LOOPBACK.split(" "),
    having: [],
    after: null,
  };
}
