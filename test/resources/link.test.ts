/**
 * Which links a touch is about, and how each is told from others.
 */
import { describe, expect, test } from "bun:test";

import { enteringProcess, ON_HOST } from "../../lib/resources/entering.ts";
import type { LinkSelector, LinkTouch } from "../../lib/resources/link-touch.ts";
import { chosen, identityOf, isSameLink, seeLinksOf } from "../../lib/resources/link.ts";
import { networkWith, type Told, type ToldLink } from "../support/kernel/seen-network.ts";
import { HERE, linkTouch, lookAt, THERE } from "./touching.ts";

const [MAC, OTHER] = ["02:00:00:00:00:07", "02:00:00:00:00:08"];
const veth = (lower: string | number, index = 7): ToldLink => ({
  kind: "veth",
  lower,
  index,
  state: { address: OTHER },
});

describe("a link is told", () => {
  const identity = (address: string) => {
    const link = networkWith({ links: { A: { state: { address } } } }).link("A");
    return link === null ? null : identityOf({ network: HERE, link });
  };

  test("by its number and its address", () => {
    expect(identity(MAC)).toEqual({ network: HERE, name: "A", index: 7, mac: MAC });
  });

  test.each(["", "00:00:00:00:00:00"])("by its number only, where its address is %j", (address) => {
    expect(identity(address)).toEqual({ network: HERE, name: "A", index: 7, mac: null });
  });

  test.each([
    [7, MAC, 7, OTHER, true],
    [7, MAC, 8, MAC, true],
    [7, MAC, 8, OTHER, false],
    [7, null, 8, null, false],
    [7, null, 7, null, true],
  ])("%d with %p and %d with %p are the same: %p", (index, mac, otherIndex, otherMac, isSame) => {
    const one = { network: HERE, name: "A", index, mac };
    expect(isSameLink(one, { network: HERE, name: "B", index: otherIndex, mac: otherMac })).toBe(isSame);
  });
});

test.each<[LinkSelector, readonly string[]]>([
  [{ name: "v" }, ["v"]],
  [{ name: "x" }, []],
  [{ portsOf: "br" }, ["v", "p"]],
  [{ portsOf: "v" }, []],
  [{ portsOf: "x" }, []],
  [{ peerOf: "v" }, ["w"]],
  [{ peerOf: "far" }, []],
  [{ peerOf: "m" }, []],
  [{ peerOf: "x" }, []],
])("%j chooses %j", (which, names) => {
  const links: Told["links"] = {
    br: { kind: "bridge" },
    v: { kind: "veth", lower: "w", state: { master: "br" } },
    w: { kind: "veth", lower: "v" },
    p: { state: { master: "br" } },
    far: { kind: "veth", lower: 99 },
    m: { kind: "macvlan", lower: "p" },
  };
  expect(chosen(networkWith({ links }), which).map(({ name }) => name)).toEqual([...names]);
});

async function see(touch: Partial<LinkTouch>, before: Told, after: Told, there: readonly [Told | null, Told | null]) {
  const was = await seeLinksOf(linkTouch(touch), lookAt(before, there[0]), null);
  const now = await seeLinksOf(linkTouch(touch), lookAt(after, there[1]), was);
  return [was, now].map(({ links }) => links.map((one) => (one === null ? null : [one.network, one.link.name])));
}

describe("once the command has run", () => {
  const A: Told = { links: { A: {} } };
  const moves = { to: { enter: ON_HOST, netns: "N" }, name: "B", back: "1" };

  test.each<[string, Partial<LinkTouch>, Told, Told | null, unknown]>([
    ["is the same under its name", {}, A, null, [HERE, "A"]],
    ["is none, where another has its name", {}, { links: { A: veth("x", 9) } }, null, null],
    ["is gone", {}, {}, null, null],
    ["is found where it is moved to", { moves }, {}, { links: { B: { index: 70 } } }, [THERE, "B"]],
    ["is not another one there", { moves }, {}, { links: { B: veth("x", 70) } }, null],
    ["is found where it was, if it was not moved", { moves }, A, {}, [HERE, "A"]],
  ])("a link %s", async (_what, touch, after, there, found) => {
    expect<unknown>(await see(touch, A, after, [{}, there])).toEqual([[[HERE, "A"]], [found]]);
  });

  test("one that is made is looked for anew", async () => {
    const made = linkTouch({ effect: "makes" });
    const was = await seeLinksOf(made, lookAt({}), null);
    expect([was.links, (await seeLinksOf(made, lookAt(A), was)).links.length]).toEqual([[], 1]);
  });
});

describe("of one that is removed", () => {
  const seen = (links: Readonly<Record<string, ToldLink>>) =>
    seeLinksOf(linkTouch({ effect: "removes" }), lookAt({ links }), null);

  test("the peer is seen, where it is in the same network", async () => {
    expect((await seen({ A: veth("B"), B: veth("A", 8) })).peer?.name).toBe("B");
    expect((await seen({ A: veth(8), B: veth(99, 8) })).peer).toBeNull();
  });

  test("it is seen whether another link lies on it", async () => {
    expect((await seen({ A: {}, "A.7": { kind: "vlan", lower: "A" } })).isBelow).toBe(true);
    expect((await seen({ A: {}, B: { kind: "vlan", lower: "x" } })).isBelow).toBe(false);
    expect((await seen({ A: veth("B"), B: veth("A", 8) })).isBelow).toBe(false);
  });
});

test("where a name is taken, and where there is no network, that is seen", async () => {
  const touch = linkTouch({ moves: { to: { enter: ON_HOST, netns: "N" }, name: "B", back: "1" } });
  expect(await seeLinksOf(touch, lookAt({}, { links: { B: {} } }), null)).toMatchObject({
    target: THERE,
    isNameTaken: true,
  });
  expect(await seeLinksOf(touch, lookAt({}, {}), null)).toMatchObject({ target: THERE, isNameTaken: false });
  expect(await seeLinksOf(touch, lookAt({}), null)).toMatchObject({ network: HERE, target: null, isNameTaken: false });
  const inside = linkTouch({ place: { enter: THERE.enter, netns: null } });
  expect(await seeLinksOf(inside, lookAt({}), null)).toMatchObject({ network: null, links: [] });
});

test("a network that is entered from itself is not entered", async () => {
  const look = lookAt({}, {});
  const own = { ...look, network: () => 1 };
  const touch = linkTouch({ place: { enter: ON_HOST, netns: "N" } });
  expect((await seeLinksOf(touch, look, null)).network).toEqual(THERE);
  expect((await seeLinksOf(touch, own, null)).network).toEqual(HERE);
  const process = linkTouch({ place: { enter: ON_HOST, netns: "7" } });
  const there = { ...look, network: (path: string) => (path === "/proc/7/ns/net" ? 3 : 1) };
  expect((await seeLinksOf(process, there, null)).network).toEqual({
    enter: enteringProcess("7"),
    inode: "3",
  });
});
