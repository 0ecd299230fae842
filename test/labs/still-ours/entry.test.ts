/** Addresses, routes, rules and neighbours, as they are found when they are to be undone. */
import { describe, expect, test } from "bun:test";

import { entry } from "../../../lib/labs/still-ours/entry.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import type { EntryList } from "../../../lib/resources/entry.ts";
import type { Told } from "../../support/kernel/seen-network.ts";
import { A, NETWORK, network, OTHER } from "./in-network.ts";

describe("an entry", () => {
  const WORDS = "pref 7 from all lookup main";
  const ours = {
    kind: "entry",
    network: NETWORK,
    list: { of: "rule", family: "inet" },
    family: "inet",
    words: WORDS,
    before: [],
    change: "made",
    link: null,
  } as const;
  const rules = (...words: readonly string[]) => ({
    told: { rules: words.map((one) => ({ priority: one === WORDS ? 7 : 8 })) },
  });

  test.each<readonly [string, readonly string[], readonly string[], "made" | "removed", Standing]>([
    ["that is there", [WORDS], [], "made", "ours"],
    ["that is not there", [], [], "made", "gone"],
    ["that is there as often as before", [WORDS], [WORDS], "made", "gone"],
    ["that is there once more than before", [WORDS, WORDS], [WORDS], "made", "ours"],
    ["that is there more seldom than before", [], [WORDS], "made", "gone"],
    ["that is missing", [], [WORDS], "removed", "ours"],
    ["that is there again", [WORDS], [WORDS], "removed", "gone"],
    ["that is there once more by now", [WORDS, WORDS], [WORDS], "removed", "gone"],
  ])("%s, of %j and %j before, %s", async (_, now, before, change, standing) => {
    expect(await entry({ ...ours, before, change }, network(null, rules(...now)))).toBe(standing);
    expect(await entry({ ...ours, before, change }, network(null, { ...rules(...now), inode: 8 }))).toBe("gone");
  });

  test("that is not known is whatever was not there before", async () => {
    const [other, now] = ["pref 8 from all lookup main", rules("", WORDS)];
    expect(await entry({ ...ours, words: null, before: [other] }, network(null, now))).toBe("ours");
    expect(await entry({ ...ours, words: null, before: [other] }, network(null, rules("")))).toBe("gone");
  });

  test("of the other family is another one", async () => {
    const told: Told = { routes: [{ destination: "default", family: "inet6", dev: "A" }] };
    const route = { ...ours, list: { of: "route", over: "A" }, words: "default dev A" } as const;
    expect(await entry({ ...route, family: "inet6" }, network({}, { told }))).toBe("ours");
    expect(await entry({ ...route, family: "inet" }, network({}, { told }))).toBe("gone");
  });

  test("goes with its link, and with one that is another by now", async () => {
    expect(await entry({ ...ours, link: A }, network({}, rules(WORDS)))).toBe("ours");
    expect(await entry({ ...ours, link: A }, network(null, rules(WORDS)))).toBe("gone");
    const other = network({ index: 6, state: { address: OTHER } }, rules(WORDS));
    expect(await entry({ ...ours, link: A }, other)).toBe("gone");
  });

  test("that was removed is not brought back to a link that is gone, or another by now", async () => {
    const removed = { ...ours, change: "removed", before: [WORDS], link: A } as const;
    expect(await entry(removed, network({}))).toBe("ours");
    expect(await entry(removed, network(null))).toBe("gone");
    expect(await entry(removed, network({ index: 6, state: { address: OTHER } }))).toBe("gone");
  });
});

const IN = { network: NETWORK, family: "inet", before: [], change: "made", link: A } as const;

test.each<[string, EntryList, string, Told, Told]>([
  [
    "an address",
    { of: "address", link: "A" },
    "10.1.0.1/24 scope global",
    { links: { A: { index: 5, addresses: ["10.1.0.1/24"] } } },
    { links: { A: { index: 5, addresses: ["10.1.0.2/24"] } } },
  ],
  [
    "a route",
    { of: "route", family: "inet", to: "10.9.0.0/24" },
    "10.9.0.0/24 dev A",
    { routes: [{ destination: "10.9.0.0/24", dev: "A" }] },
    { routes: [{ destination: "10.9.0.0/24", dev: "A", metric: 7 }] },
  ],
  [
    "a neighbour",
    { of: "neighbour", address: "10.1.0.9" },
    "10.1.0.9 dev A nud permanent",
    { neighbours: [{ destination: "10.1.0.9", dev: "A" }] },
    { neighbours: [{ destination: "10.1.0.9", dev: "A", address: OTHER }] },
  ],
])("%s that is another than ours is not ours", async (_, list, words, same, other) => {
  const ours = { kind: "entry", ...IN, list, words } as const;
  expect(await entry(ours, network({}, { told: same }))).toBe("ours");
  expect(await entry(ours, network({}, { told: other }))).toBe("gone");
});
