/**
 * A setting of a link is kept, and comes back where the link is there and has another one.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, type Case, CHANGES, SHOW_LINKS, undone } from "../in-network.ts";

const tried = (lines: string, more: Partial<Case> = {}) =>
  undone({ needs: ["undo-link-setting"], there: "", lines, show: SHOW_LINKS, ...more });

describe("comes back", () => {
  test.each([
    ["up", "", "undo_link_setting A state; ip link set A up"],
    ["down", "ip link set A up", "undo_link_setting A state; ip link set A down"],
    ["mtu", "", "undo_link_setting A mtu; ip link set A mtu 1400"],
    ["address", "", "undo_link_setting A address; ip link set A address 02:00:00:00:00:99"],
    ["txqueuelen", "", "undo_link_setting A txqueuelen; ip link set A txqueuelen 7"],
    ["arp", "", "undo_link_setting A arp; ip link set A arp off"],
    ["promisc", "ip link set A promisc on", "undo_link_setting A promisc; ip link set A promisc off"],
    ["multicast", "", "undo_link_setting A multicast; ip link set A multicast off"],
    ["allmulticast", "", "undo_link_setting A allmulticast; ip link set A allmulticast on"],
    ["dynamic", "", "undo_link_setting A dynamic; ip link set A dynamic on"],
    ["group", "ip link set A group 5", "undo_link_setting A group; ip link set A group 6"],
    ["an alias", "ip link set A alias 'a  b $c'", "undo_link_setting A alias; ip link set A alias other"],
    ["no alias", "", "undo_link_setting A alias; ip link set A alias other"],
    ["a bridge", "ip link set A master br0", "undo_link_setting A master; ip link set A nomaster"],
    ["no bridge", "", "undo_link_setting A master; ip link set A master br0"],
    [
      "another bridge",
      "ip link add br1 address 02:00:00:00:00:0d type bridge; ip link set A master br1",
      "undo_link_setting A master; ip link set A master br0",
    ],
    [
      "a bridge, with what the port was",
      "ip link set A master br0; ip link set A type bridge_slave hairpin on cost 7 neigh_suppress on",
      "undo_link_setting A master; ip link set A nomaster",
    ],
    [
      "hairpin",
      "ip link set A master br0",
      "undo_link_setting A port.hairpin; ip link set A type bridge_slave hairpin on",
    ],
    ["stp_state", "", "undo_link_setting br0 stp_state; brctl stp br0 on"],
    ["priority", "", "undo_link_setting br0 priority; ip link set br0 type bridge priority 9"],
    ["forward_delay", "", "undo_link_setting br0 forward_delay; brctl setfd br0 4"],
    [
      "group_fwd_mask",
      "ip link set br0 type bridge group_fwd_mask 8",
      "undo_link_setting br0 group_fwd_mask; ip link set br0 type bridge group_fwd_mask 16",
    ],
  ])("%s", (_what, there, lines) => {
    const end = tried(lines, { there });
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("what several lines have changed, as it was before the first", () => {
    const end = tried(
      "undo_link_setting A mtu; ip link set A mtu 1400; undo_link_setting A mtu; ip link set A mtu 1300",
    );
    expect(end).toMatchObject(asBefore(end));
  });

  test("in the namespace where it was, and nowhere else", () => {
    const there = "ip link set A netns c1; ip link add A mtu 1280 type bridge";
    const show =
      "ip -oneline link show A | grep -o 'mtu [0-9]*'; ip netns exec c1 ip -oneline link show A | grep -o 'mtu [0-9]*'";
    const lines = "undo_link_setting A mtu ip netns exec c1; ip -n c1 link set A mtu 1400";
    const end = tried(lines, { there, show });
    expect(end.changed).toBe("mtu 1280\nmtu 1400\n");
    expect(end).toMatchObject(asBefore(end));
  });
});

describe("nothing is set", () => {
  test("of what is as it was", () => {
    const end = tried("undo_link_setting A mtu; undo_link_setting A state; undo_link_setting A master", {
      there: CHANGES,
    });
    expect(end).toMatchObject(asBefore(end));
  });

  test("of a link that is gone", () => {
    const end = tried("undo_link_setting A mtu; command ip link del A", { there: CHANGES });
    expect(end).toMatchObject({ after: end.changed, status: 0 });
    expect(end).toMatchObject({ stderr: "test: everything is undone\n" });
  });

  test("where a namespace is gone", () => {
    const lines = "undo_link_setting lo state ip netns exec c1; ip -n c1 link set lo up; ip netns del c1";
    expect(tried(lines)).toMatchObject({ status: 0 });
  });

  test.each(["none mtu", "A stp_state", "lo state ip netns exec none"])("of what is not there: %s", (words) => {
    const end = tried(`undo_link_setting ${words}; echo "\${#UNDOS[@]}"`);
    expect(end.changed).toStartWith("0\n");
    expect(end).toMatchObject(asBefore(end));
  });
});

test("what can't come back is named, with status 3", () => {
  const end = tried("undo_link_setting A master; ip link set A nomaster; ip link del br0", {
    there: "ip link set A master br0",
  });
  expect(end.status).toBe(3);
  expect(end.stderr).toContain("set_back A master br0");
});
