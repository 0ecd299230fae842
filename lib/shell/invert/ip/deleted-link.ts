/**
 * A link that is deleted, and made again.
 *
 * @module
 */
import { CannotUndo } from "../cannot-undo.ts";
import type { LinkIdentity } from "../identity.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../look.ts";
import { textIn } from "../network.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { BRIDGE_OPTIONS } from "./link-settings.ts";
import { type LinkState, parseLinks, seeLink } from "./link-state.ts";
import { readLinkWords } from "./link-words.ts";
import { restoreLink } from "./restore-link.ts";

/** A link, and those that are not the same without it */
interface Deleted {
  readonly link: LinkState | null;
  readonly ports: readonly LinkState[];
  /** A veth's other end, which goes along with it, where that is in the same network */
  readonly peer: LinkState | null;
  /** Other links that are made on it, and go along with it too */
  readonly upper: "none" | "some";
}

/** What has its like made again from what is seen of it */
const MADE_AGAIN: Readonly<Record<string, (deleted: Deleted) => boolean>> = {
  bridge: () => true,
  dummy: () => true,
  veth: ({ peer }) => peer !== null,
};

function isMadeAgain({ type }: LinkState, deleted: Deleted): boolean {
  return deleted.upper === "none" && MADE_AGAIN[type]?.(deleted) === true;
}

/** `ip link delete [dev] NAME` */
export function linkDelete(typed: Typed, words: readonly string[]): Plan {
  const { name } = readLinkWords(words);
  return name === null ? unknown("it deletes all links of a group") : deletedLink(typed, name);
}

/** Makes it again with the same hardware address and settings, and puts its ports back on it */
export function deletedLink(typed: Typed, name: string): Plan {
  return comparing<Deleted>({
    argv: typed.argv,
    changes: `deletes ${name}`,
    async see(look) {
      const deleted = await see(look, typed.enter, name);
      if (deleted.link !== null && !isMadeAgain(deleted.link, deleted))
        throw new CannotUndo(textOf(typed), `what ${name} is can't be made again from what is seen of it`);
      return deleted;
    },
    steps: (before, after) =>
      before.link === null || (after !== null && after.link !== null) ? [] : steps(before.link, before),
  });
}

async function see(look: Look, enter: readonly string[], name: string): Promise<Deleted> {
  const link = await seeLink(look, enter, name);
  if (link === null) return { link, ports: [], peer: null, upper: "none" };
  const printed = (await textIn(look, enter, ["ip", "-details", "-json", "link", "show"])) ?? "[]";
  const others = parseLinks(printed);
  const see = (other: { readonly ifname: string }) => seeLink(look, enter, other.ifname);
  const ports = await Promise.all(others.filter(({ master }) => master === name).map(see));
  // In another network its number is told instead of its name
  const linked = others.filter((other) => other.link === name);
  const peer = link.type === "veth" ? linked.find(({ linkinfo }) => linkinfo?.info_kind === "veth") : undefined;
  return {
    link,
    ports: ports.filter((port) => port !== null),
    peer: peer === undefined ? null : await see(peer),
    upper: linked.some((other) => other !== peer) ? "some" : "none",
  };
}

function steps(link: LinkState, { ports, peer }: Deleted): readonly InverseStep[] {
  const { network } = link.identity;
  const other = peer === null ? [] : ["peer", ...named(peer.identity)];
  const missing = { kind: "link", change: "removed", ...link.identity } as const;
  const onIt = new Set(["master"]);
  return [
    step(network.enter, ["ip", "link", "add", ...named(link.identity), "type", link.type, ...other], missing),
    ...ports.flatMap((port) => restoreLink({ before: port, after: null, now: port.identity, mayChange: onIt })),
    ...likeBefore(link),
    ...(peer === null ? [] : likeBefore(peer)),
  ];
}

/** Its number, too, so that it is the same to what was done to it before */
function named({ name, index, mac }: LinkIdentity): readonly string[] {
  return ["name", name, "index", `${index}`, ...(mac === null ? [] : ["address", mac])];
}

function likeBefore(link: LinkState): readonly InverseStep[] {
  const mayChange = new Set([...Object.keys(link.settings), "addresses", "routes"]);
  return restoreLink({ before: link, after: likeNew(link), now: link.identity, mayChange });
}

/** What such a link is like when it was just made: what is like that already needs no step */
function likeNew(link: LinkState): LinkState {
  const { address = "" } = link.settings;
  const settings = { ...link.settings, ...NEW_LINK, address, ...OF_TYPE[link.type] };
  return { ...link, settings, addresses: [], routes: [] };
}

/** Linux, net/core/dev.c and drivers/net/dummy.c */
const NEW_LINK: Readonly<Record<string, string>> = {
  mtu: "1500",
  txqueuelen: "1000",
  alias: "",
  group: "default",
  arp: "on",
  multicast: "on",
  allmulticast: "off",
  promisc: "off",
  dynamic: "off",
  protodown: "off",
  master: "",
  state: "down",
};

/** What is otherwise of some */
const OF_TYPE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bridge: BRIDGE_OPTIONS,
  dummy: { arp: "off", multicast: "off" },
};
