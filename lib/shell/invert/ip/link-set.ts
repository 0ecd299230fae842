/**
 * `ip link set`.
 *
 * @module
 */
import type { LinkIdentity } from "../identity.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../look.ts";
import { networkBehind } from "../network.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { restoreBridgeAddress, seeMaster } from "./bridge-address.ts";
import { isSameLink, type LinkState, networkNamed, seeLink } from "./link-state.ts";
import { BRIDGE_OPTIONS } from "./link-settings.ts";
import { type LinkWords, readLinkWords } from "./link-words.ts";
import { restoreLink } from "./restore-link.ts";
import { valueOf } from "./words.ts";

/** What a word may change: settings, and `addresses` and `routes`; a name and a network are followed otherwise */
const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  up: ["state"],
  down: ["state", "addresses", "routes"],
  dev: [],
  name: [],
  netns: ["state", "master", "addresses", "routes"],
  address: ["address"],
  mtu: ["mtu"],
  master: ["master"],
  vrf: ["master", "routes"],
  nomaster: ["master", "routes"],
  alias: ["alias"],
  txqueuelen: ["txqueuelen"],
  qlen: ["txqueuelen"],
  txqlen: ["txqueuelen"],
  group: ["group"],
  arp: ["arp"],
  multicast: ["multicast"],
  allmulticast: ["allmulticast"],
  promisc: ["promisc"],
  dynamic: ["dynamic"],
  protodown: ["protodown"],
};

/** How each is told */
const TELL: Readonly<Record<string, (link: string, value: string) => string>> = {
  up: (link) => `sets ${link} up`,
  down: (link) => `sets ${link} down`,
  name: (link, name) => `renames ${link} to ${name}`,
  netns: (link, network) => `moves ${link} to the network of ${network}`,
  master: (link, master) => `puts ${link} on ${master}`,
  nomaster: (link) => `takes ${link} off its bridge`,
};

/** Equivalent to: `ip link set dev NAME …` with what was before, and the way back from another network before that */
export function linkSet(typed: Typed, words: readonly string[]): Plan {
  const link = readLinkWords(words);
  const { name, netns } = link;
  const mayChange = mayChangeOf(link);
  if (typeof mayChange === "string") return unknown(mayChange);
  if (name === null) return unknown("it changes all links of a group");
  const newName = valueOf(link.tokens, "name") ?? name;
  const back = networkBack(typed.enter);
  if (netns !== null && back === null) return unknown(`nobody here knows how ${name} gets back from there`);
  return comparing<Move>({
    argv: typed.argv,
    changes: changesOf(name, link),
    async see(look) {
      const move = await seeMove(look, { enter: typed.enter, netns, name, newName });
      return { ...move, master: await seeMaster(look, typed.enter, link.tokens) };
    },
    steps(before, after) {
      const restored = steps(before, after, { mayChange, back: back ?? "1" });
      return restored.length === 0 ? [] : [...restored, ...restoreBridgeAddress(before.master)];
    },
  });
}

/** A link where it is, and what is where it is to be */
interface Move {
  readonly here: LinkState | null;
  readonly there: LinkState | null;
  /** As it will be known there: `null` when there is no such network */
  readonly planned: LinkIdentity | null;
  /** The bridge that it is put on */
  readonly master: LinkState | null;
}

interface Way {
  readonly enter: readonly string[];
  readonly netns: string | null;
  readonly name: string;
  readonly newName: string;
}

async function seeMove(look: Look, { enter, netns, name, newName }: Way): Promise<Omit<Move, "master">> {
  const target = netns === null ? enter : await networkNamed(look, netns);
  const here = await seeLink(look, enter, name);
  const network = await networkBehind(look, target);
  return {
    here,
    there: await seeLink(look, target, newName),
    planned: network === null || here === null ? null : { ...here.identity, network, name: newName },
  };
}

interface Meant {
  readonly mayChange: ReadonlySet<string>;
  /** What `netns` takes it back by */
  readonly back: string;
}

function steps(before: Move, after: Move | null, { mayChange, back }: Meant): readonly InverseStep[] {
  const { here, planned } = before;
  if (here === null || planned === null) return [];
  const isMove = planned.network.inode !== here.identity.network.inode;
  // The same link under its old name, when the command has failed, or has no new one
  const found = after === null ? null : (sameAs(after.there, here) ?? sameAs(after.here, here));
  if (after !== null && found === null) return [];
  const now = found?.identity ?? planned;
  const state = found ?? (mayChange.has("addresses") && now.name === LOOPBACK ? loopbackUp(here) : null);
  if (!isMove || now.network.inode === here.identity.network.inode)
    return restoreLink({ before: here, after: state, now, mayChange });
  return [
    step(now.network.enter, ["ip", "link", "set", "dev", now.name, "netns", back], {
      kind: "link",
      change: "made",
      ...now,
    }),
    ...restoreLink({ before: here, after: moved(here), now: { ...here.identity, name: now.name }, mayChange }),
  ];
}

const LOOPBACK = "lo";

/** The kernel adds its address as soon as it is up: Linux, net/ipv4/devinet.c, inetdev_event() */
function loopbackUp(link: LinkState): LinkState {
  const own = "127.0.0.1/8 scope host";
  const addresses = link.addresses.includes(own) ? link.addresses : [...link.addresses, own];
  return { ...link, settings: { ...link.settings, state: "up" }, addresses };
}

/** What a link is like that has come from another network: Linux, net/core/dev.c, dev_change_net_namespace() */
function moved(link: LinkState): LinkState {
  return { ...link, settings: { ...link.settings, state: "down", master: "" }, addresses: [], routes: [] };
}

/** What was found, if it is the same */
function sameAs(found: LinkState | null, { identity }: LinkState): LinkState | null {
  if (found === null) return null;
  return isSameLink(found.identity, identity) ? found : null;
}

/** The settings that may change; a text says why that is not known */
function mayChangeOf({ name, tokens, type, options }: LinkWords): ReadonlySet<string> | string {
  const changed = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "operand") continue;
    if (token.name === "type" && type === "bridge") {
      const unknownOption = options.find((word, at) => at % 2 === 0 && !Object.hasOwn(BRIDGE_OPTIONS, word));
      if (unknownOption !== undefined) return `nobody here knows how a bridge's ${unknownOption} is put back`;
      for (const [at, word] of options.entries()) if (at % 2 === 0) changed.add(word);
      continue;
    }
    const may = MAY_CHANGE[token.name];
    if (may === undefined) return `nobody here knows how a link's ${token.name} is put back`;
    for (const setting of may) changed.add(setting);
  }
  if (name === LOOPBACK) changed.add("addresses");
  return changed;
}

/** By what `ip link set … netns` finds the network that these words enter: its name, or a process id */
function networkBack(enter: readonly string[]): string | null {
  if (enter.length === 0) return "1";
  const line = enter.join(" ");
  const entry = /^ip netns exec (\S+)$/.exec(line)?.[1];
  if (entry !== undefined) return entry;
  const process = /^nsenter (?:--net=\/proc\/(\d+)\/ns\/net|(?:-t|--target[= ]) ?(\d+) (?:-n|--net))$/.exec(line);
  return process?.[1] ?? process?.[2] ?? /^nsenter --net=\/(?:var\/)?run\/netns\/(\S+)$/.exec(line)?.[1] ?? null;
}

function changesOf(name: string, { tokens }: LinkWords): string {
  const told = tokens.flatMap((token) => {
    if (token.kind === "operand" || token.name === "dev") return [];
    const [value = ""] = token.values;
    const tell = TELL[token.name] ?? (() => `sets ${name}'s ${[token.name, ...token.values].join(" ")}`);
    return [tell(name, value)];
  });
  return told.length === 0 ? `changes nothing of ${name}` : told.join(", ");
}
