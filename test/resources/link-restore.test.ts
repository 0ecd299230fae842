/**
 * Links are brought back with all that was seen of them.
 */
import { describe, expect, test } from "bun:test";

import { ON_HOST } from "../../lib/resources/entering.ts";
import type { LinkTouch } from "../../lib/resources/link-touch.ts";
import { LINK } from "../../lib/resources/link-restore.ts";
import type { Told } from "../support/kernel/seen-network.ts";
import { HERE, linesOf, linkTouch, lookAt, THERE } from "./touching.ts";

const MAC = "02:00:00:00:00:07";
const A = { network: HERE, name: "A", index: 7, mac: MAC };

async function restore(told: Partial<LinkTouch>, before: Told, after: Told | null, there: Told | null = null) {
  const touch = linkTouch(told);
  const was = await LINK.see(touch, lookAt(before, there), null);
  const now = after === null ? null : await LINK.see(touch, lookAt(after, there), was);
  return LINK.restore(touch, was, now);
}

async function lines(...args: Parameters<typeof restore>): Promise<readonly string[]> {
  return linesOf(await restore(...args));
}

const links = (told: Told["links"]): Told => ({ links: { ...told } });
const veth = (lower: string, index: number, mac: string) => ({ kind: "veth", lower, index, state: { address: mac } });
const CABLE = links({ A: veth("B", 7, MAC), B: veth("A", 8, "02:00:00:00:00:08") });

describe("a link that is removed", () => {
  const removed = { effect: "removes" } as const;
  test.each<[string, Told, string]>([
    ["a bridge", links({ A: { kind: "bridge" } }), `name A index 7 address ${MAC} type bridge`],
    ["one without an address", links({ A: { kind: "bridge", state: { address: "" } } }), "name A index 7 type bridge"],
    ["a cable", CABLE, `name A index 7 address ${MAC} type veth peer name B index 8 address 02:00:00:00:00:08`],
  ])("%s is made again, with its number and address", async (_what, before, words) => {
    const back = await restore(removed, before, {});
    expect(linesOf(back)).toEqual([`ip link add ${words}`]);
    expect(back[0]?.takes).toMatchObject({ kind: "link", change: "removed", network: HERE, name: "A", index: 7 });
    expect(await lines(removed, before, null)).toEqual(linesOf(back));
  });

  test("is not made again while it is there, or was not", async () => {
    expect(await lines(removed, CABLE, CABLE)).toEqual([]);
    expect(await lines(removed, {}, {})).toEqual([]);
  });

  test.each<[string, Partial<LinkTouch>, Told, boolean]>([
    ["a bridge", removed, links({ A: { kind: "bridge" } }), false],
    ["a cable", removed, CABLE, false],
    ["a cable to another network", removed, links({ A: { kind: "veth", lower: 8 } }), true],
    ["a macvlan", removed, links({ A: { kind: "macvlan" } }), true],
    ["hardware", removed, links({ A: {} }), true],
    ["one that another lies on", removed, links({ A: { kind: "bridge" }, "A.7": { kind: "vlan", lower: "A" } }), true],
    ["none", removed, {}, false],
    ["a macvlan that is only changed", {}, links({ A: { kind: "macvlan" } }), false],
  ])("%s: whether it is lost is known before", async (_what, told, before, isLost) => {
    const touch = linkTouch(told);
    expect(LINK.obstacle(touch, await LINK.see(touch, lookAt(before), null)) !== null).toBe(isLost);
  });
});

describe("a link that is reset along with another", () => {
  const reset: Partial<LinkTouch> = { effect: "resets", by: "kernel" };
  const before = links({ A: { kind: "veth", state: { mtu: 1400, alias: "x", master: "br0", state: "up" } } });

  test("gets back what a new one does not have; whether it is up comes last", async () => {
    const back = ["mtu 1400", "alias x", "master br0", "up"].map((one) => `ip link set dev A ${one}`);
    expect(await lines(reset, before, null)).toEqual(back);
    expect(await lines(reset, before, {})).toEqual(back);
  });

  test("keeps what a new one has", async () => {
    expect(await lines(reset, links({ A: { kind: "veth" } }), null)).toEqual([]);
  });

  test("is left as it is while it is there", async () => {
    expect(await lines(reset, before, before)).toEqual([]);
  });
});

describe("settings that are changed", () => {
  const [old, now] = [links({ A: {} }), links({ A: { state: { mtu: 1400, alias: "x", state: "up" } } })];

  test("go back, those that are meant and are others now, down first", async () => {
    expect(await lines({}, old, now)).toEqual(["down", "mtu 1500", "alias "].map((one) => `ip link set dev A ${one}`));
    expect(await lines({ settings: new Set(["alias", "arp"]) }, old, now)).toEqual(["ip link set dev A alias "]);
  });

  test("as long as nobody knows them all that are meant go back", async () => {
    const settings = new Set(["mtu", "master", "state"]);
    expect(await lines({ settings }, old, null)).toEqual(
      ["down", "mtu 1500", "nomaster"].map((one) => `ip link set dev A ${one}`),
    );
  });

  test("what the kernel sets along is ours whatever it is by now", async () => {
    const settings = new Set(["mtu"]);
    const setting = { kind: "link setting", ...A, setting: "mtu", was: "1500" } as const;
    expect((await restore({ settings }, old, now)).map(({ takes }) => takes)).toEqual([{ ...setting, made: "1400" }]);
    expect((await restore({ settings, by: "kernel" }, old, now)).map(({ takes }) => takes)).toEqual([
      { ...setting, made: null },
    ]);
  });

  test("a bridge that had no address is not given one", async () => {
    const none = links({ A: { kind: "bridge", state: { address: "00:00:00:00:00:00" } } });
    expect(await lines({}, none, links({ A: { kind: "bridge" } }))).toEqual([]);
  });
});

describe("a link that is moved", () => {
  const moved: Partial<LinkTouch> = {
    settings: new Set(["state", "master", "mtu"]),
    moves: { to: { enter: ON_HOST, netns: "N" }, name: "B", back: "7" },
  };
  const before = links({ A: { state: { state: "up", mtu: 1400 } } });
  const back = ["ip netns exec N ip link set dev B netns 7 name A", "ip link set dev A up"];

  test("comes back by its new name, gets its old one, and what the move has reset", async () => {
    expect(await lines(moved, before, null, {})).toEqual(back);
    const there = links({ B: { index: 70 } });
    const touch = linkTouch(moved);
    const was = await LINK.see(touch, lookAt(before, {}), null);
    const done = LINK.restore(touch, was, await LINK.see(touch, lookAt({}, there), was));
    expect(linesOf(done)).toEqual(back);
    expect(done[0]?.takes).toEqual({ kind: "link", change: "made", network: THERE, name: "B", index: 70, mac: MAC });
  });

  test("stays where its name is another's, as long as it has not moved", async () => {
    expect(await lines(moved, before, null, links({ B: {} }))).toEqual([]);
  });

  test("is not brought back once it is gone", async () => {
    expect(await lines(moved, before, {}, {})).toEqual([]);
  });
});

describe("a link that is made", () => {
  const made: Partial<LinkTouch> = { effect: "makes", place: { enter: ON_HOST, netns: "N" } };

  test("is deleted where it was made", async () => {
    expect(await lines(made, {}, null, {})).toEqual(["ip netns exec N ip link delete dev A"]);
    expect(await lines(made, {}, {}, {})).toEqual([]);
  });

  test("where there was one of that name, and where there is no network, is none of ours", async () => {
    expect(await lines(made, {}, null, links({ A: {} }))).toEqual([]);
    expect(await lines(made, {}, null)).toEqual([]);
  });
});
