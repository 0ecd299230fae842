/**
 * `ip`.
 *
 * @module
 */
import { readAddress } from "../../shell/invert/ip/address.ts";
import { skipOptions } from "../../shell/invert/ip/ip.ts";
import { peerOf } from "../../shell/invert/ip/link-add.ts";
import { type LinkWords, readLinkWords } from "../../shell/invert/ip/link-words.ts";
import { OBJECTS } from "../../shell/invert/ip/objects.ts";
import { readRoute } from "../../shell/invert/ip/route.ts";
import { firstMatch, hasOption, valueOf } from "../../shell/invert/ip/words.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed, Polarity, Way } from "../deed.ts";

/** A verb of an object, read: what it does, as far as that can be seen afterwards */
type Read = (words: readonly string[], way: Way, options: readonly string[]) => readonly Deed[];

const READS: Readonly<Record<string, Read>> = {
  "link add": (words, way) => linkMade(readLinkWords(words), way),
  "link set": (words, way) => linkSet(readLinkWords(words), way),
  "link change": (words, way) => linkSet(readLinkWords(words), way),
  "link delete": (words, way) => linkDeleted(readLinkWords(words), way),
  "address add": address("there"),
  "address replace": address("there"),
  "address change": address("there"),
  "address delete": address("gone"),
  "route add": route("there"),
  "route append": route("there"),
  "route prepend": route("there"),
  "route replace": route("there"),
  "route change": route("there"),
  "route delete": route("gone"),
  "netns add": entry("there"),
  "netns attach": entry("there"),
  "netns delete": entry("gone"),
};

/** What a line of `ip` does */
export function ipDeeds(typed: Typed): readonly Deed[] {
  const line = skipOptions(typed);
  if ("kind" in line) return [];
  const [word = "", typedVerb = "", ...words] = line.args;
  const object = firstMatch(word, Object.keys(OBJECTS)) ?? "";
  const verb = firstMatch(typedVerb, OBJECTS[object]?.verbs ?? []) ?? "";
  const name = `${object} ${verb === "chg" ? "change" : verb}`;
  return Object.hasOwn(READS, name) ? (READS[name]?.(words, line.enter, line.options) ?? []) : [];
}

function linkMade(link: LinkWords, way: Way): readonly Deed[] {
  const name = valueOf(link.tokens, "name") ?? link.name;
  if (name === null || link.type === null) return [];
  return [{ kind: "link made", way, name, type: link.type, netns: link.netns, peer: peerOf(link) }];
}

function linkSet({ tokens, name, netns }: LinkWords, way: Way): readonly Deed[] {
  if (name === null) return [];
  const state = hasOption(tokens, "up") ? "up" : hasOption(tokens, "down") ? "down" : null;
  const master = hasOption(tokens, "nomaster") ? "" : valueOf(tokens, "master");
  return [{ kind: "link set", way, name, netns, newName: valueOf(tokens, "name"), state, master }];
}

function linkDeleted({ name }: LinkWords, way: Way): readonly Deed[] {
  return name === null ? [] : [{ kind: "link deleted", way, name }];
}

function address(polarity: Polarity): Read {
  return (words, way) => {
    const { dev, local, peer } = readAddress(words);
    if (dev === null || local === null) return [];
    const text = peer === null ? prefixed(local) : `${local} peer ${prefixed(peer)}`;
    return [{ kind: "address", polarity, way, link: dev, address: text }];
  };
}

/** As the kernel has one that was given without a length */
function prefixed(address: string): string {
  return address.includes("/") ? address : `${address}/32`;
}

function route(polarity: Polarity): Read {
  return (words, way, options) => {
    const read = readRoute(options, words);
    if (read === null || read.family === "-6") return [];
    const { tokens, destination, exact } = read;
    // Of another table than the main one nothing is looked at
    if (valueOf(tokens, "table") !== null) return [];
    const link = valueOf(tokens, "dev") ?? valueOf(tokens, "oif");
    return [{ kind: "route", polarity, way, exact, destination, via: valueOf(tokens, "via"), link }];
  };
}

function entry(polarity: Polarity): Read {
  return ([name]) => (name === undefined ? [] : [{ kind: "path", polarity, path: `/var/run/netns/${name}` }]);
}
