/**
 * Entries that a network has, and no link by itself.
 *
 * @module
 */
import { type EntryAfter, entriesMeant } from "../../resources/entry-after.ts";
import type { Entry, EntryList } from "../../resources/entry.ts";
import { readIpAddress, readIpPrefix } from "../../values/address/ip-notation.ts";
import type { Finding } from "../finding.ts";
import type { Place } from "../networks.ts";

/** A list of entries, and its network namespace */
interface Listed {
  readonly list: EntryList;
  readonly place: Place;
}

/** Words of entries that lead elsewhere: what is wanted may not stand in their place */
const APART: readonly string[] = ["table", "proxy"];

/** Compares a list with what a line was to do to a route, a rule or a neighbour in it */
export function listedFinding(after: EntryAfter, { list, place }: Listed, seen: readonly Entry[]): Finding {
  const { is, having } = after;
  const apart = having.filter((part) => APART.some((word) => part.startsWith(`${word} `)));
  const rivals = entriesMeant(seen, {
    is,
    having: apart,
    lacking: after.lacking.filter((word) => APART.includes(word)),
  });
  const isSo = entriesMeant(seen, after).length > 0 === (is === "there");
  // Of rules there are always some, for other packets
  const shown = list.of === "rule" ? entriesMeant(seen, after) : rivals;
  return {
    thing: [list.of, nameIn(list, having), ...apart, place.key].join(" "),
    wanted: `the network of ${place.name} has ${is === "there" ? "the" : "no"} ${list.of} ${having.join(" ")}`,
    seen:
      shown.length === 0
        ? `it has no such ${list.of}`
        : `it has the ${list.of} ${shown.map(({ words }) => words).join(", and ")}`,
    is: isSo ? "so" : is === "there" && shown.length > 0 ? "otherwise" : "missing",
    tells: is === "there",
  };
}

/** The same for each line about the entry, whether it makes or removes it */
function nameIn(list: EntryList, having: readonly string[]): string {
  if (list.of === "route" && "to" in list) return readIpPrefix(list.to, list.family) ?? list.to;
  if (list.of === "neighbour" && "address" in list) return readIpAddress(list.address) ?? list.address;
  return having.find((part) => part.startsWith("pref ")) ?? having.join(" ");
}
