/**
 * Rules of routing and neighbours are kept, and those that are lost come back.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, type Case, undone } from "../in-network.ts";

const tried = (there: string, lines: string, more: Partial<Case> = {}) =>
  undone({ needs: ["undo-entries"], there, lines, show: "ip rule show; ip -6 rule show", ...more });

describe("a rule comes back", () => {
  test.each([
    ["at its place", "ip rule add from 10.0.0.1 table 5 pref 77", "-4", "ip rule del pref 77"],
    [
      "with all its words",
      "ip rule add from 10.0.0.0/8 to 10.1.0.0/16 fwmark 0x1/0xf iif A tos 0x10 table 5 pref 9",
      "-4",
      "ip rule del pref 9",
    ],
    ["of protocols and ports", "ip rule add ipproto tcp dport 80 sport 1-9 table 5 pref 9", "-4", "ip rule del pref 9"],
    ["that refuses", "ip rule add to 10.0.0.0/8 unreachable pref 5", "-4", "ip rule del pref 5"],
    ["but for", "ip rule add not from 10.0.0.1 table 5 pref 5", "-4", "ip rule del pref 5"],
    ["of a link that is not there", "ip rule add iif none0 table 5 pref 5", "-4", "ip rule del pref 5"],
    ["of IPv6", "ip -6 rule add from fd00::/64 table 5 pref 5", "-6", "ip -6 rule del pref 5"],
    [
      "with another one of its place",
      "ip rule add from 10.0.0.1 table 5 pref 7; ip rule add from 10.0.0.2 table 5 pref 7",
      "-4",
      "ip rule del pref 7; ip rule del pref 7",
    ],
    ["of the kernel", "", "-4", "ip rule del table default"],
  ])("%s", (_what, there, family, line) => {
    const end = tried(there, `undo_routing_rules ${family}; ${line}`);
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("in the namespace where it was", () => {
    const end = tried(
      "ip -n c1 rule add from 10.0.0.1 table 5",
      "undo_routing_rules -4 ip netns exec c1; ip -n c1 rule del from 10.0.0.1",
      { show: "ip rule show; ip -n c1 rule show" },
    );
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("once, and not where it is still there", () => {
    const end = tried("ip rule add from 10.0.0.1 table 5", "undo_routing_rules -4; undo_routing_rules -4");
    expect(end).toMatchObject(asBefore(end));
  });
});

describe("a neighbour comes back", () => {
  const UP = "ip link set A up; ip link set B up";
  const KEPT = "ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev A";
  const show = "ip neigh show nud permanent | grep -v '^ff'; ip neigh show nud noarp | grep -v '^ff'";
  test.each([
    ["that was added by hand", KEPT, "undo_neighbour 10.0.0.9; ip neigh del 10.0.0.9 dev A"],
    ["that was one without ARP", `${KEPT} nud noarp`, "undo_neighbour 10.0.0.9; ip neigh del 10.0.0.9 dev A"],
    [
      "with the address that it had",
      KEPT,
      "undo_neighbour 10.0.0.9; ip neigh replace 10.0.0.9 lladdr 02:00:00:00:00:08 dev A",
    ],
    [
      "of IPv6",
      "ip neigh add fd00::9 lladdr 02:00:00:00:00:09 dev A",
      "undo_neighbour fd00::9; ip neigh del fd00::9 dev A",
    ],
    ["of its link", KEPT, "undo_neighbours_on A; ip neigh flush dev A nud permanent"],
    [
      "on each link that has one of the address",
      `${KEPT}; ${KEPT.replace("dev A", "dev B")}`,
      "undo_neighbour 10.0.0.9; ip neigh del 10.0.0.9 dev A; ip neigh del 10.0.0.9 dev B",
    ],
  ])("%s", (_what, there, lines) => {
    const end = tried(`${UP}; ${there}`, lines, { show });
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("in the namespace where it was", () => {
    const there =
      "ip link set B netns c1; ip -n c1 link set B up; ip -n c1 neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev B";
    const lines = "undo_neighbours_on B ip netns exec c1; ip -n c1 neigh del 10.0.0.9 dev B";
    const end = tried(there, lines, { show: "ip -n c1 neigh show nud permanent | grep -v '^ff'" });
    expect(end.changed).toBe("");
    expect(end).toMatchObject(asBefore(end));
  });

  test("but not to a link that is gone, which is no failure", () => {
    const end = tried(`${UP}; ${KEPT}`, "undo_neighbours_on A; ip link del A", { show });
    expect(end).toMatchObject({ after: "", status: 0 });
  });

  test("only one that lasts is kept, and none of a group", () => {
    const learnt = `ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev A nud reachable
ip neigh add 224.0.0.9 lladdr 01:00:5e:00:00:09 dev A nud noarp`;
    const end = tried(`${UP}; ${learnt}`, 'undo_neighbours_on A; undo_neighbour 10.0.0.9; echo "${#UNDOS[@]}"', {
      show: ":",
    });
    expect(end.changed).toBe("0\n");
  });
});
