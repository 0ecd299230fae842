/**
 * Lines that bring links back where nobody has looked.
 */
import { describe, expect, test } from "bun:test";

import { enteringNamed, ON_HOST } from "../../lib/resources/entering.ts";
import { restoreLinkUnseen } from "../../lib/resources/link-restore-unseen.ts";
import type { LinkTouch } from "../../lib/resources/link-touch.ts";
import type { Knowing } from "../../lib/resources/resource.ts";
import { linesOf, linkTouch } from "./touching.ts";

function lines(told: Partial<LinkTouch>, knowing: Knowing = "it changed something"): readonly string[] {
  return linesOf(restoreLinkUnseen(linkTouch(told), knowing));
}

/** With these settings, as they are afterwards */
const setting = (settings: Readonly<Record<string, string>>): Partial<LinkTouch> => ({
  settings: new Set(Object.keys(settings)),
  after: { kind: null, settings },
});

describe("a link", () => {
  test("that is made is deleted, where it was made; one that goes along is not", () => {
    expect(lines({ effect: "makes" })).toEqual(["ip link del A"]);
    expect(lines({ effect: "makes", place: { enter: ON_HOST, netns: "N" } })).toEqual([
      "ip netns exec N ip link del A",
    ]);
    const from = { enter: enteringNamed("N"), netns: "1" };
    expect(lines({ effect: "makes", place: from })).toEqual(["ip link del A"]);
    expect(lines({ effect: "makes", by: "kernel" })).toEqual([]);
  });

  test("that is removed is made again as what it was", () => {
    expect(lines({ effect: "removes" })).toEqual(["ip link add <what A was>"]);
  });

  test("that is reset, or has no name here, is brought back by another's lines", () => {
    expect(lines({ effect: "resets" })).toEqual([]);
    expect(lines({ which: { portsOf: "A" } })).toEqual([]);
  });
});

describe("a setting", () => {
  test.each([
    ["state", "up", "down"],
    ["state", "down", "up"],
    ["arp", "off", "arp on"],
    ["master", "br0", "nomaster"],
    ["stp_state", "1", "type bridge stp_state 0"],
    ["vlan_filtering", "0", "type bridge vlan_filtering 1"],
    ["mtu", "1400", "mtu <the mtu>"],
    ["master", "", "<the master>"],
    ["forward_delay", "400", "type bridge forward_delay <the forward_delay>"],
    ["priority", "1", "type bridge priority <the priority>"],
  ])("%s %j goes back by `%s`", (name, made, back) => {
    expect(lines(setting({ [name]: made }))).toEqual([`ip link set dev A ${back}`]);
  });

  test("is as it was, where the line may have changed nothing", () => {
    expect(lines(setting({ state: "up" }), "nothing")).toEqual(["ip link set dev A <the state>"]);
    expect(lines({ ...setting({ address: "x" }), by: "kernel" }, "nothing")).toEqual([
      "ip link set dev A address <the address>",
    ]);
  });

  test("that the kernel changes along goes back along", () => {
    expect(lines({ ...setting({ address: "x" }), by: "kernel" })).toEqual([]);
  });

  test("is what the line's words say it was", () => {
    expect(lines({ ...setting({ master: "" }), before: { master: "br0" } })).toEqual(["ip link set dev A master br0"]);
  });
});

describe("a link that is moved", () => {
  const moves = (netns: string | null, name: string) => ({ to: { enter: ON_HOST, netns }, name, back: "1" });

  test("comes back, and is called as before", () => {
    expect(lines({ ...setting({}), moves: moves(null, "B") })).toEqual(["ip link set dev B name A"]);
    expect(lines({ ...setting({ state: "down", master: "", mtu: "1400" }), moves: moves("N", "B") })).toEqual([
      "ip netns exec N ip link set B netns 1 name A",
      "ip link set dev A mtu <the mtu>",
    ]);
  });

  test("is set as it was, where the line may have changed nothing", () => {
    expect(lines({ ...setting({ state: "down", master: "" }), moves: moves("N", "A") }, "nothing")).toEqual([
      "ip netns exec N ip link set A netns 1",
      "ip link set dev A <the state>",
      "ip link set dev A <the master>",
    ]);
  });
});
