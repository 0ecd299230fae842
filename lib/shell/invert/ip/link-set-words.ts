/**
 * What `ip link set` may change, by its words.
 *
 * @module
 */
import { BRIDGE_OPTIONS } from "./link-settings.ts";
import type { LinkWords } from "./link-words.ts";

/** The link that gets an address by itself */
export const LOOPBACK = "lo";

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

/** The settings that may change; a text says why that is not known */
export function mayChangeOf({ name, tokens, type, options }: LinkWords): ReadonlySet<string> | string {
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

/** All of it, in words */
export function changesOf(name: string, { tokens }: LinkWords): string {
  const told = tokens.flatMap((token) => {
    if (token.kind === "operand" || token.name === "dev") return [];
    const [value = ""] = token.values;
    const tell = TELL[token.name] ?? (() => `sets ${name}'s ${[token.name, ...token.values].join(" ")}`);
    return [tell(name, value)];
  });
  return told.length === 0 ? `changes nothing of ${name}` : told.join(", ");
}
