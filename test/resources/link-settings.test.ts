/**
 * Settings of links: how they are written, and how a new link has them.
 */
import { describe, expect, test } from "bun:test";

import type { SeenLink } from "../../lib/netlink/see/link.ts";
import { comesWithPort, PORT_SETTINGS, portOptionOf } from "../../lib/resources/bridge-port-settings.ts";
import {
  isBridgeOption,
  RESET_BY_MOVE,
  SETTINGS,
  settingsAnew,
  settingsOf,
  wordsOfSetting,
} from "../../lib/resources/link-settings.ts";
import { namespacesFor } from "../support/host/in-namespaces.ts";
import { networkWith, type ToldLink } from "../support/kernel/seen-network.ts";

const inNamespaces = namespacesFor(import.meta.dir);

function linkWith(told: ToldLink): SeenLink {
  const link = networkWith({ links: { A: told } }).link("A");
  if (link === null) throw new Error("Cannot find the link of the test");
  return link;
}

describe("the settings of a link", () => {
  test("are those of any link, as they are written, in the order in which they are brought back", () => {
    const settings = settingsOf(linkWith({ state: { mtu: 1400, group: 7, master: "br0" } }));
    expect(settings).toMatchObject({ mtu: "1400", group: "7", master: "br0", state: "down", txqueuelen: "1000" });
    expect(settingsOf(linkWith({}))).toMatchObject({ group: "default", master: "", alias: "" });
    expect(Object.keys(settings)).toEqual(SETTINGS.filter((one) => !isBridgeOption(one) && portOptionOf(one) === null));
  });

  test("are a bridge's options as well, those that its kernel has", () => {
    const bridge = settingsOf(linkWith({ kind: "bridge", bridge: { stp_state: 1, forward_delay: 400 } }));
    expect(Object.keys(bridge).filter(isBridgeOption)).toEqual(["forward_delay", "stp_state"]);
    expect(bridge).toMatchObject({ stp_state: "1", forward_delay: "400" });
  });
});

test.each([
  ["state", "up", "up"],
  ["mtu", "1400", "mtu 1400"],
  ["master", "br0", "master br0"],
  ["master", "", "nomaster"],
  ["alias", "", "alias "],
  ["stp_state", "1", "type bridge stp_state 1"],
])("%s %j is set by `%s`", (setting, value, words) => {
  expect(wordsOfSetting(setting, value).join(" ")).toBe(words);
});

test("a value that nobody has looked at stands for itself, and a master's for its word as well", () => {
  const was = { was: "it", shownBy: "x", keptBy: "y" };
  expect(wordsOfSetting("mtu", was)).toEqual(["mtu", was]);
  expect(wordsOfSetting("stp_state", was)).toEqual(["type", "bridge", "stp_state", was]);
  expect(wordsOfSetting("master", was)).toEqual([was]);
  expect(wordsOfSetting("state", was)).toEqual([was]);
});

test("a new link keeps the address that it is made with, and nothing else", () => {
  const state = { address: "02:00:00:00:00:01", mtu: 1400, alias: "x", master: "br0", state: "up" } as const;
  const [plain, dummy] = [settingsAnew(linkWith({ state })), settingsAnew(linkWith({ kind: "dummy", state }))];
  expect(plain).toMatchObject({ address: state.address, mtu: "1500", alias: "", master: "", state: "down", arp: "on" });
  expect(dummy).toMatchObject({ address: state.address, arp: "off", multicast: "off" });
});

describe("of the kernel's own", () => {
  test.each(["type bridge", "type veth peer name B"])("a link of %s is as a new one is taken to be", async (words) => {
    const [made, anew] = await inNamespaces(async (kind) => {
      const { seeNetwork } = await import("../../lib/netlink/see/network.ts");
      const { settingsAnew, settingsOf } = await import("../../lib/resources/link-settings.ts");
      Bun.spawnSync(["ip", "link", "add", "A", ...kind.split(" ")]);
      return seeNetwork("/proc/self/ns/net", (network) => {
        const link = network.link("A");
        if (link === null) throw new Error("Cannot find the link of the test");
        return [settingsOf(link), settingsAnew(link)] as const;
      });
    }, words);
    expect(Object.keys(made).length).toBeGreaterThan(12);
    expect(anew).toMatchObject(made);
  });

  test("a move to another network resets nothing more than what is taken to be reset", async () => {
    const [before, after] = await inNamespaces(async () => {
      const { seeNetwork } = await import("../../lib/netlink/see/network.ts");
      const { settingsOf } = await import("../../lib/resources/link-settings.ts");
      const run = (line: string) => Bun.spawnSync(line.split(" "));
      const seen = (file: string) =>
        seeNetwork(file, (network) => {
          const link = network.link("A");
          if (link === null) throw new Error("Cannot find the link of the test");
          return settingsOf(link);
        });
      run("mount -t tmpfs none /run");
      run("ip netns add N");
      run("ip link add br0 type bridge");
      run("ip link add A type veth peer name B");
      run("ip link set A master br0 up mtu 1400 alias some group 7 txqueuelen 5 dynamic on promisc on allmulticast on");
      run("ip link set A arp off multicast off");
      const own = seen("/proc/self/ns/net");
      run("ip link set A netns N");
      return [own, seen("/run/netns/N")] as const;
    });
    expect(before).toMatchObject({ state: "up", master: "br0", mtu: "1400", group: "7", promisc: "on" });
    const isOfPort = (setting: string) => portOptionOf(setting) !== null;
    const others = Object.entries(before).filter(([setting]) => !isOfPort(setting));
    expect(after).toEqual({ ...Object.fromEntries(others), ...RESET_BY_MOVE });
    expect(Object.keys(before).filter(isOfPort).toSorted()).toEqual(PORT_SETTINGS.toSorted());
    // A new port, too, has all of them as a port has them again
    expect(
      Object.entries(before).filter(([setting, value]) => isOfPort(setting) && !comesWithPort(setting, value)),
    ).toEqual([]);
  });
});
