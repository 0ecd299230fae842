/**
 * Lines that restore entries of which the former state was not seen.
 *
 * @module
 */
import type { Family } from "../values/address/family.ts";
import { familyAmong, readIpPrefix } from "../values/address/ip-notation.ts";
import { prefixOf } from "../values/address/cidr.ts";
import type { EntrySelector, EntryTouch } from "./entry-touch.ts";
import { type AsItWas, type Back, type Knowing, line, lineForEach } from "./resource.ts";

/** Lists the lines that restore the entries of a touch, whose former state was not seen */
export function restoreEntriesUnseen(touch: EntryTouch, knowing: Knowing): readonly Back[] {
  const { place, effect, which, words, by } = touch;
  const { enter } = place;
  const command = (verb: "add" | "del") =>
    ["ip", ...objectOf(which, words), verb, ...words, ...deviceOf(which)] as const;
  if (by === "kernel" && effect === "makes") return [];
  const isKnownNew = effect === "makes" && (knowing !== "nothing" || !isTakenTwice(touch));
  if (isKnownNew) return [line(enter, command("del"))];
  if (effect === "removes" && words.length > 0 && knowing !== "nothing") return [line(enter, command("add"))];
  const each = eachOf(touch);
  if (each === null) return [];
  // The undo depends on the former state: it changes the address back, or removes it
  if (effect === "replaces" && which.of === "address" && knowing === "nothing")
    return [lineForEach(enter, command("add"), each)];
  return [
    ...(effect === "replaces" || effect === "makes" ? [line(enter, command("del"))] : []),
    lineForEach(enter, ["ip", ...objectOf(which, words), "add"], each),
  ];
}

/**
 * Reports whether the kernel accepts an existing entry again without an error, as it does for a proxy: Linux,
 * net/core/neighbour.c, neigh_add()
 */
function isTakenTwice({ which, words }: EntryTouch): boolean {
  return which.of === "neighbour" && words[0] === "proxy";
}

function deviceOf(which: EntrySelector): readonly string[] {
  return "link" in which ? ["dev", which.link] : [];
}

/**
 * The object of `ip`, with the family where `ip` cannot tell it: it recognises addresses with colons, except in rules
 */
function objectOf(which: EntrySelector, words: EntryTouch["words"]): readonly string[] {
  const isClear = which.of !== "rule" && familyAmong(words.map(String)) === "inet6";
  const isSix = "family" in which && which.family === "inet6" && !isClear;
  const family = isSix ? ["-6"] : [];
  return { address: ["addr"], route: [...family, "route"], rule: [...family, "rule"], neighbour: ["neigh"] }[which.of];
}

function eachOf({ which, effect, words }: EntryTouch): AsItWas | null {
  const link = linkIn(which);
  if (which.of === "address" && effect === "replaces") {
    const [name, was] = [inQuotes(words), `the settings of ${words.join(" ")}`];
    return { was, shownBy: `ip addr show dev ${link}`, keptBy: `undo_replaced_address ${link} ${name}` };
  }
  if (which.of === "neighbour" && link !== null)
    return {
      was: `the neighbours on ${link}`,
      shownBy: `ip neigh show dev ${link}`,
      keptBy: `undo_neighbours_on ${link}`,
    };
  if (which.of === "address" && link !== null)
    return { was: `the addresses of ${link}`, shownBy: `ip addr show dev ${link}`, keptBy: `undo_addresses ${link}` };
  if (which.of === "route" && link !== null)
    return { was: `the routes over ${link}`, shownBy: `ip route show dev ${link}`, keptBy: `undo_routes_over ${link}` };
  if ("to" in which) {
    const isSix = which.family === "inet6";
    return {
      was: `the routes to ${which.to}`,
      shownBy: ["ip", ...(isSix ? ["-6"] : []), "route", "show", which.to].join(" "),
      keptBy: `undo_routes_to ${isSix ? "-6" : "-4"} ${exactOf(which.to, which.family)}`,
    };
  }
  if (which.of === "rule") {
    const family = which.family === "inet6" ? "-6" : "-4";
    return { was: "the rules", shownBy: `ip ${family} rule show`, keptBy: `undo_routing_rules ${family}` };
  }
  if (!("address" in which)) return null;
  const { address } = which;
  return { was: `the neighbour ${address}`, shownBy: `ip neigh show ${address}`, keptBy: `undo_neighbour ${address}` };
}

/** Makes one word of a script, in which variables may already be in quotes */
function inQuotes(words: EntryTouch["words"]): string {
  return `"${words.join(" ").replaceAll('"', "")}"`;
}

/** The link of the entries; `null` when the lines of the link itself restore them, or it has no name here */
function linkIn(which: EntrySelector): string | null {
  if ("linkOf" in which) return "name" in which.linkOf ? which.linkOf.name : null;
  if ("link" in which) return which.link;
  return "over" in which ? which.over : null;
}

/** The destination as `ip route show exact` takes it */
function exactOf(destination: string, family: Family): string {
  const network = readIpPrefix(destination, family);
  return network !== null && prefixOf(network) === 0 ? network : destination;
}
