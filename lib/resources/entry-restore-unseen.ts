/**
 * Lines that bring entries back where nobody has looked.
 *
 * @module
 */
import { normalDestination } from "./route-words.ts";
import type { EntrySelector, EntryTouch } from "./entry-touch.ts";
import { type AsItWas, type Back, line, lineForEach } from "./resource.ts";

/** Lists the lines that bring the entries of a touch back, unseen */
export function restoreEntriesUnseen({ place: { enter }, effect, which, words, by }: EntryTouch): readonly Back[] {
  const command = (verb: "add" | "del") => ["ip", ...objectOf(which, words), verb, ...words, ...deviceOf(which)] as const;
  if (by === "kernel" && effect === "makes") return [];
  if (effect === "makes") return [line(enter, command("del"))];
  if (effect === "removes" && words.length > 0) return [line(enter, command("add"))];
  const each = eachOf(which);
  // The lines of the link itself say so
  if (each === null) return [];
  const [, ...object] = command("add");
  return [
    ...(effect === "replaces" ? [line(enter, command("del"))] : []),
    lineForEach(enter, ["ip", ...object.slice(0, objectOf(which, words).length), "add"], each),
  ];
}

function deviceOf(which: EntrySelector): readonly string[] {
  return "link" in which ? ["dev", which.link] : [];
}

/** Of addresses with colons `ip` knows by itself that they are of IPv6 */
function objectOf(which: EntrySelector, words: EntryTouch["words"]): readonly string[] {
  const isSix = "family" in which && which.family === "inet6" && !words.some((word) => String(word).includes(":"));
  const family = isSix ? ["-6"] : [];
  return { address: ["addr"], route: [...family, "route"], rule: [...family, "rule"], neighbour: ["neigh"] }[which.of];
}

function eachOf(which: EntrySelector): AsItWas | null {
  if ("linkOf" in which && !("name" in which.linkOf)) return null;
  const link = "linkOf" in which && "name" in which.linkOf ? which.linkOf.name : "link" in which ? which.link : "over" in which ? which.over : null;
  if (which.of === "address")
    return { was: `the addresses of ${link}`, shownBy: `ip addr show dev ${link}`, bash: `undo_addresses ${link}` };
  if (which.of === "route" && link !== null)
    return { was: `the routes over ${link}`, shownBy: `ip route show dev ${link}`, bash: `undo_routes_over ${link}` };
  if ("to" in which) {
    const to = exactOf(which.to, which.family === "inet6");
    return { was: `the routes to ${which.to}`, shownBy: `ip route show ${which.to}`, bash: `undo_routes_to ${to}` };
  }
  if (which.of === "rule") return { was: "the rules", shownBy: "ip rule show", bash: "undo_rules_of_routing" };
  const address = "address" in which ? which.address : "";
  return { was: `the neighbour ${address}`, shownBy: `ip neigh show ${address}`, bash: `undo_neighbour ${address}` };
}

/** As `ip route show exact` takes it */
function exactOf(destination: string, isSix: boolean): string {
  if (normalDestination(destination) !== "default") return destination;
  return isSix ? "::/0" : "0.0.0.0/0";
}
