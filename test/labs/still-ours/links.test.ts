/** Links and their settings, as they are found when they are to be undone. */
import { describe, expect, test } from "bun:test";

import { link, linkSetting } from "../../../lib/labs/still-ours/links.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import type { ToldLink } from "../../support/kernel/seen-network.ts";
import { A, network, OTHER } from "./in-network.ts";

describe("a link", () => {
  test.each<
    readonly [string, Partial<typeof A> | { readonly index: null; readonly mac: null }, ToldLink | null, Standing]
  >([
    ["of the same number and address", {}, {}, "ours"],
    ["of the same number, and another address", { mac: OTHER }, {}, "ours"],
    ["of another number, and the same address", { index: 6 }, {}, "ours"],
    ["of another number and address", { index: 6, mac: OTHER }, {}, "another's"],
    ["of which nothing is known but the name", { index: null, mac: null }, {}, "ours"],
    ["that is not there", {}, null, "gone"],
  ])("that was made, %s", async (_, change, shown, standing) => {
    expect(await link({ kind: "link", change: "made", ...A, ...change }, network(shown))).toBe(standing);
  });

  test("that was removed is to be made again as long as none of its name is there", async () => {
    const removed = { kind: "link", change: "removed", ...A } as const;
    expect(await link(removed, network(null))).toBe("ours");
    expect(await link(removed, network({}))).toBe("gone");
    expect(await link({ ...removed, index: 6, mac: OTHER }, network({}))).toBe("gone");
  });

  test.each(["made", "removed"] as const)("that was %s in a network that is another is gone", async (change) => {
    expect(await link({ kind: "link", change, ...A }, network({}, { inode: 8 }))).toBe("gone");
    expect(await link({ kind: "link", change, ...A }, network(null, { inode: 8 }))).toBe("gone");
  });

  test("of which only the number or only the address is known is told by that", async () => {
    const made = { kind: "link", change: "made", ...A } as const;
    expect(await link({ ...made, mac: null, index: 6 }, network({}))).toBe("another's");
    expect(await link({ ...made, index: null, mac: OTHER }, network({}))).toBe("another's");
    expect(await link({ ...made, index: null }, network({}))).toBe("ours");
  });
});

test.each<readonly [string, string, string | null, ToldLink, Standing]>([
  ["is as we set it", "1500", "1400", {}, "ours"],
  ["is as it was", "1400", "1300", {}, "gone"],
  ["is as somebody has set it", "1500", "1300", {}, "another's"],
  ["is changed, and ours is not known", "1500", null, {}, "ours"],
  ["is another link's", "1500", "1400", { index: 6, state: { address: OTHER } }, "another's"],
  ["is another link's, as it was", "1400", "1500", { index: 6, state: { address: OTHER } }, "another's"],
])("a setting that %s", async (_, was, made, shown, standing) => {
  const setting = { kind: "link setting", setting: "mtu", ...A, was, made } as const;
  expect(await linkSetting(setting, network(shown))).toBe(standing);
  expect(await linkSetting(setting, network(null))).toBe("gone");
  expect(await linkSetting(setting, network(shown, { inode: 8 }))).toBe("gone");
});

test("a setting that a link does not have is as one that is empty", async () => {
  const setting = { kind: "link setting", setting: "priority", ...A, was: "", made: "1" } as const;
  expect(await linkSetting(setting, network({}))).toBe("gone");
});
