/**
 * Entries are brought back as they were: what was made goes, what was lost comes, what has changed is changed back.
 */
import { describe, expect, test } from "bun:test";

import { enteringNamed } from "../../lib/resources/entering.ts";
import { ENTRY } from "../../lib/resources/entry-restore.ts";
import type { EntryTouch } from "../../lib/resources/entry-touch.ts";
import type { Told, ToldLink } from "../support/kernel/seen-network.ts";
import { entryTouch, HERE, linesOf, lookAt } from "./touching.ts";

const LINK = { network: HERE, name: "A", index: 7, mac: "02:00:00:00:00:07" };

async function restore(told: Partial<EntryTouch>, before: Told, after: Told | null) {
  const touch = entryTouch(told);
  const was = await ENTRY.see(touch, lookAt(before), null);
  return ENTRY.restore(touch, was, after === null ? null : await ENTRY.see(touch, lookAt(after), was));
}

async function lines(...args: Parameters<typeof restore>): Promise<readonly string[]> {
  return linesOf(await restore(...args));
}

const A = (...addresses: NonNullable<ToldLink["addresses"]>): Told => ({ links: { A: { addresses } } });
const ONE = { local: "10.1.0.1", prefix: 24, family: "inet" } as const;

describe("an address that has other settings by now", () => {
  const replaced: Partial<EntryTouch> = { effect: "replaces", words: ["10.1.0.1/24"] };

  test("is changed where it is: its removal would take routes along", async () => {
    const back = await restore(replaced, A(ONE), A({ ...ONE, metric: 7, label: "A:1" }));
    expect(linesOf(back)).toEqual(["ip address replace 10.1.0.1/24 scope global dev A"]);
    const words = "10.1.0.1/24 scope global";
    expect(back[0]?.takes).toMatchObject({ kind: "entry", words, before: [words], change: "removed", link: LINK });
  });

  test("is told from another one", async () => {
    expect(await lines(replaced, A({ ...ONE, local: "10.1.0.2" }), A(ONE))).toEqual([
      "ip address del 10.1.0.1/24 dev A",
      "ip address add 10.1.0.2/24 scope global dev A",
    ]);
  });
});

describe("what goes along with a link", () => {
  const routes: Partial<EntryTouch> = {
    effect: "may lose",
    by: "kernel",
    which: { of: "route", linkOf: { name: "A" } },
  };
  const before: Told = {
    links: { A: {} },
    routes: [
      { gateway: "10.1.0.9", dev: "A", metric: 7 },
      { destination: "10.1.0.9", dev: "A" },
      { destination: "10.1.0.0/24", dev: "A", protocol: "kernel" },
    ],
  };

  test("comes back in an order in which gateways are reached, the link last; what the kernel makes comes by itself", async () => {
    const back = ["ip -4 route add 10.1.0.9 dev A", "ip -4 route add default via 10.1.0.9 metric 7 dev A"];
    expect(await lines(routes, before, null)).toEqual(back);
    expect(await lines(routes, before, { links: { A: {} } })).toEqual(back);
  });

  test("is never removed, whoever has added it meanwhile", async () => {
    expect(await lines(routes, { links: { A: {} } }, before)).toEqual([]);
  });

  test("is known by the words that the kernel has for it", async () => {
    const [, gateway] = await restore(routes, before, null);
    const words = "default via 10.1.0.9 dev A metric 7";
    const list = { of: "route", over: "A" };
    expect(gateway?.takes).toMatchObject({ list, words, before: [words], change: "removed", link: LINK });
  });

  test("of a peer is that of the link at the other end", async () => {
    const cable: Told = {
      links: { A: { kind: "veth", lower: "B" }, B: { kind: "veth", lower: "A", addresses: ["10.2.0.1/24"] } },
    };
    const ofPeer = { ...routes, which: { of: "address", linkOf: { peerOf: "A" } } } as const;
    expect(await lines(ofPeer, cable, {})).toEqual(["ip address add 10.2.0.1/24 scope global dev B"]);
    expect(await lines(ofPeer, {}, {})).toEqual([]);
  });

  test("neighbours that stay come back, those that pass do not", async () => {
    const address = "02:00:00:00:00:09";
    const neighbours: Told["neighbours"] = [
      { destination: "10.1.0.9", dev: "A", address },
      { destination: "10.1.0.8", dev: "A", address, state: "passing" },
      { destination: "10.1.0.7", dev: "B", address },
    ];
    const ofLink = { ...routes, which: { of: "neighbour", linkOf: { name: "A" } } } as const;
    expect(await lines(ofLink, { links: { A: {} }, neighbours }, { links: { A: {} } })).toEqual([
      `ip neighbour add 10.1.0.9 dev A lladdr ${address} nud permanent`,
    ]);
  });
});

describe("an address that the kernel adds", () => {
  const loopback: Partial<EntryTouch> = { by: "kernel", words: ["10.1.0.1/24", "scope", "global"] };

  test("goes, unless it was there", async () => {
    expect(await lines(loopback, A(), null)).toEqual(["ip address del 10.1.0.1/24 dev A"]);
    expect(await lines(loopback, A("10.1.0.1/24"), null)).toEqual([]);
    expect((await restore(loopback, A(), null))[0]?.takes).toMatchObject({
      words: "10.1.0.1/24 scope global",
      before: [],
    });
  });
});

test("one of several that are the same is brought back once", async () => {
  const rule = { priority: 7, table: "9" };
  const lost = { effect: "may lose", which: { of: "rule", family: "inet" } } as const;
  const [one, ...others] = await restore(lost, { rules: [rule, rule] }, { rules: [rule] });
  const words = "pref 7 from all lookup 9";
  expect([linesOf(one === undefined ? [] : [one]), others]).toEqual([[`ip -4 rule add ${words}`], []]);
  expect(one?.takes).toMatchObject({ before: [words, words], link: null });
});

test.each<[string, Partial<EntryTouch>, boolean]>([
  ["removes", { effect: "removes" }, true],
  ["may lose", { effect: "may lose" }, true],
  ["makes", { effect: "makes" }, false],
])("what has settings that are not read is lost to a line that %s", async (_effect, told, isLost) => {
  const touch = entryTouch({ ...told, which: { of: "route", family: "inet", to: "default" } });
  const obstacle = async (route: object) =>
    ENTRY.obstacle(touch, await ENTRY.see(touch, lookAt({ routes: [route] }), null));
  expect((await obstacle({ unread: "22:00" })) !== null).toBe(isLost);
  expect(await obstacle({ unread: "22:00", protocol: "kernel" })).toBeNull();
  expect(await obstacle({})).toBeNull();
});

test("where there is no network nothing comes back", async () => {
  const touch = entryTouch({ place: { enter: enteringNamed("N"), netns: null }, words: ["10.1.0.1/24"] });
  expect(ENTRY.restore(touch, await ENTRY.see(touch, lookAt({}), null), null)).toEqual([]);
});
