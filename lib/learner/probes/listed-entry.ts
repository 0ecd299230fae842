/**
 * Entries of a network namespace: routes, rules and neighbours.
 *
 * @module
 */
import { type EntryAfter, entriesMeant } from "../../resources/entry-after.ts";
import type { Entry, EntryList } from "../../resources/entry.ts";
import { readIpAddress, readIpPrefix } from "../../values/address/ip-notation.ts";
import type { Finding } from "../finding.ts";
import type { Place } from "../host-networks.ts";

/** A list of entries, and its network namespace */
interface Listed {
  readonly list: EntryList;
  readonly place: Place;
}

/** Words that set entries apart: a route of another table neither is the expected one nor conflicts with it */
const APART: readonly string[] = ["table", "proxy"];

/** Compares a list with the route, rule or neighbour expected after a line */
export function listedFinding(after: EntryAfter, { list, place }: Listed, seen: readonly Entry[]): Finding {
  const { is, having } = after;
  const apart = having.filter((part) => APART.some((word) => part.startsWith(`${word} `)));
  const rivals = entriesMeant(seen, {
    is,
    having: apart,
    lacking: after.lacking.filter((word) => APART.includes(word)),
  });
  const isSo = entriesMeant(seen, after).length > 0 === (is === "there");
  // Every network has rules for other packets, so other rules are not shown as wrong
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

/** Names the entry, in the same way for lines that make it and lines that remove it */
function nameIn(list: EntryList, having: readonly string[]): string {
  if (list.of === "route" && "to" in list) return readIpPrefix(list.to, list.family) ?? list.to;
  if (list.of === "neighbour" && "address" in list) return readIpAddress(list.address) ?? list.address;
  return having.find((part) => part.startsWith("pref ")) ?? having.join(" ");
}
