/**
 * Lines that bring entries back where nobody has looked.
 */
import { expect, test } from "bun:test";

import { enteringNamed } from "../../lib/resources/entering.ts";
import { restoreEntriesUnseen } from "../../lib/resources/entry-restore-unseen.ts";
import type { EntryTouch } from "../../lib/resources/entry-touch.ts";
import { entryTouch, linesOf } from "./touching.ts";

const ADDRESS: Partial<EntryTouch> = { which: { of: "address", link: "A" }, words: ["10.1.0.1/24"] };
const to = (destination: string, family: "inet" | "inet6" = "inet"): Partial<EntryTouch> => ({
  which: { of: "route", family, to: destination },
  words: [destination, "dev", "A"],
});
const RULE: Partial<EntryTouch> = { which: { of: "rule", family: "inet" }, words: ["pref", "7"] };
const RULE6: Partial<EntryTouch> = { which: { of: "rule", family: "inet6" }, words: ["from", "fd00::/8"] };
const NEIGHBOUR: Partial<EntryTouch> = { which: { of: "neighbour", address: "10.1.0.9" }, words: ["10.1.0.9"] };
const along = (of: "address" | "route" | "neighbour"): Partial<EntryTouch> => ({
  effect: "may lose",
  by: "kernel",
  which: { of, linkOf: { name: "A" } },
});

test.each<[string, Partial<EntryTouch>, readonly string[]]>([
  ["makes an address", ADDRESS, ["ip addr del 10.1.0.1/24 dev A"]],
  ["makes a route", to("10.9.0.0/24"), ["ip route del 10.9.0.0/24 dev A"]],
  ["makes an IPv6 default route", to("default", "inet6"), ["ip -6 route del default dev A"]],
  ["makes an IPv6 route", to("fd00::/8", "inet6"), ["ip route del fd00::/8 dev A"]],
  ["makes a rule", RULE, ["ip rule del pref 7"]],
  ["makes an IPv6 rule", RULE6, ["ip -6 rule del from fd00::/8"]],
  ["makes a neighbour", NEIGHBOUR, ["ip neigh del 10.1.0.9"]],
  ["makes what the kernel adds", { ...ADDRESS, by: "kernel" }, []],
  ["removes an address", { ...ADDRESS, effect: "removes" }, ["ip addr add 10.1.0.1/24 dev A"]],
  ["may lose an address", { ...ADDRESS, effect: "may lose" }, ["ip addr add <the addresses of A>"]],
  ["may lose routes", { ...to("0/0"), effect: "may lose" }, ["ip route add <the routes to 0/0>"]],
  ["may lose rules", { ...RULE6, effect: "may lose" }, ["ip -6 rule add <the rules>"]],
  ["may lose a neighbour", { ...NEIGHBOUR, effect: "may lose" }, ["ip neigh add <the neighbour 10.1.0.9>"]],
  [
    "replaces a route",
    { ...to("10.9.0.0/24"), effect: "replaces" },
    ["ip route del 10.9.0.0/24 dev A", "ip route add <the routes to 10.9.0.0/24>"],
  ],
  ["takes addresses along", along("address"), ["ip addr add <the addresses of A>"]],
  ["takes routes along", along("route"), ["ip route add <the routes over A>"]],
  ["takes neighbours along", along("neighbour"), ["ip neigh add <the neighbours on A>"]],
  ["takes those of a peer along", { ...along("route"), which: { of: "route", linkOf: { peerOf: "A" } } }, []],
])("after a line that %s", (_what, told, lines) => {
  expect(linesOf(restoreEntriesUnseen(entryTouch(told), "it changed something"))).toEqual([...lines]);
});

test("a line that may have changed nothing brings back what there was", () => {
  const unsure = (told: Partial<EntryTouch>) => restoreEntriesUnseen(entryTouch(told), "nothing");
  expect(linesOf(unsure({ ...ADDRESS, effect: "removes" }))).toEqual(["ip addr add <the addresses of A>"]);
  expect(unsure({ ...ADDRESS, effect: "replaces" })).toHaveLength(1);
});

test("what is brought back is kept by a function, in its family", () => {
  const keptBy = (told: Partial<EntryTouch>) =>
    restoreEntriesUnseen(entryTouch({ effect: "may lose", ...told }), "it changed something").map(
      (one) => one.each?.keptBy,
    );
  expect(keptBy(to("any"))).toEqual(["undo_routes_to -4 0.0.0.0/0"]);
  expect(keptBy(to("any", "inet6"))).toEqual(["undo_routes_to -6 ::/0"]);
  expect(keptBy(to("10.9.0.0/24"))).toEqual(["undo_routes_to -4 10.9.0.0/24"]);
  expect(keptBy(RULE)).toEqual(["undo_routing_rules -4"]);
  expect(keptBy(RULE6)).toEqual(["undo_routing_rules -6"]);
  expect(keptBy(NEIGHBOUR)).toEqual(["undo_neighbour 10.1.0.9"]);
  expect(keptBy(ADDRESS)).toEqual(["undo_addresses A"]);
});

test("it runs where the line ran", () => {
  const place = { enter: enteringNamed("N"), netns: null };
  expect(linesOf(restoreEntriesUnseen(entryTouch({ ...ADDRESS, place }), "it changed something"))).toEqual([
    "ip netns exec N ip addr del 10.1.0.1/24 dev A",
  ]);
});
