/**
 * Addresses of a link are kept, and those that are lost come back in the words that they had.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, type Case, CHANGES, undone } from "../in-network.ts";

const SHOW = "ip -oneline address show dev A 2>/dev/null | sed -E 's/^[0-9]+: //' | grep -v ' inet6 fe80:'";
const FLUSH = "undo_addresses A; ip address flush dev A";

const tried = (there: string, lines = FLUSH, more: Partial<Case> = {}) =>
  undone({ needs: ["undo-addresses"], there, lines, show: SHOW, ...more });

describe("comes back when it is lost:", () => {
  test.each([
    ["a plain address", "ip address add 10.0.0.1/24 dev A"],
    ["one with a broadcast address", "ip address add 10.0.0.1/24 brd + dev A"],
    ["one with another broadcast address", "ip address add 10.0.0.1/24 brd 10.0.0.77 dev A"],
    ["one with a label", "ip address add 10.0.0.1/24 dev A label A:one"],
    ["one with a peer", "ip address add 10.0.0.1 peer 10.0.0.2 dev A"],
    ["one with a peer's network", "ip address add 10.0.0.1 peer 10.0.0.2/24 dev A"],
    ["one of a scope", "ip address add 10.0.0.1/24 scope host dev A; ip address add 10.0.1.1/24 scope link dev A"],
    ["one without a route", "ip address add 10.0.0.1/24 noprefixroute dev A"],
    ["one with a metric", "ip address add 10.0.0.1/24 metric 77 dev A"],
    ["several of one network", "for AT in 1 2 3; do ip address add 10.0.0.$AT/24 dev A; done"],
    ["one of IPv6", "ip link set A up; ip link set B up; ip address add fd00::1/64 nodad dev A"],
    ["several of IPv6", "for AT in 1 2 3; do ip address add fd00::$AT/64 nodad dev A; done"],
    ["one of IPv6 without a route", "ip address add fd00::1/64 nodad noprefixroute dev A"],
    ["one of IPv6 with a peer", "ip address add fd00::1 peer fd00::2/128 nodad dev A"],
  ])("%s", (_what, there) => {
    const end = tried(there);
    expect(end.changed).toBe("");
    expect(end).toMatchObject(asBefore(end));
  });

  test("of several that one which is lost", () => {
    const there = "ip address add 10.0.0.1/24 dev A; ip address add 10.0.1.1/24 dev A";
    const end = tried(there, "undo_addresses A; ip address del 10.0.0.1/24 dev A");
    expect(end.after.split("\n").toSorted()).toEqual(end.before.split("\n").toSorted());
    expect(end.status).toBe(0);
  });

  test("in the namespace where it was", () => {
    const end = tried(
      "ip -n c1 address add 10.0.0.1/8 dev lo",
      "undo_addresses lo ip netns exec c1; ip -n c1 address flush dev lo",
      { show: "ip -n c1 -oneline address show dev lo" },
    );
    expect(end.changed).not.toContain("10.0.0.1");
    expect(end).toMatchObject(asBefore(end));
  });

  test.each([
    "ip address add 10.0.0.1/24 brd + dev A label A:one",
    "ip address add 10.0.0.1/24 metric 7 noprefixroute dev A",
  ])("one that has been added again as another one: %s", (there) => {
    const end = tried(there, `${FLUSH}; ip address add 10.0.0.1/24 dev A`);
    expect(end.after).toContain(end.before);
    expect(end.status).toBe(0);
  });
});

describe("nothing is added", () => {
  test("where all are still there", () => {
    const there = `ip address add 10.0.0.1/24 dev A; ip address add fd00::1/64 nodad dev A\n${CHANGES}`;
    const end = tried(there, "undo_addresses A");
    expect(end).toMatchObject(asBefore(end));
  });

  test("where the link is gone", () => {
    expect(tried("ip address add 10.0.0.1/24 dev A", "undo_addresses A; ip link del A")).toMatchObject({
      after: "",
      status: 0,
    });
  });

  test("of what the kernel makes itself", () => {
    const end = tried("ip link set A up; ip link set B up", 'undo_addresses A; echo "${#UNDOS[@]}"');
    expect(end.changed).toBe("0\n");
  });

  test.each(["A", "none", "lo ip netns exec none"])("where there was none: %s", (words) => {
    expect(tried("", `undo_addresses ${words}; echo "\${#UNDOS[@]}"`)).toMatchObject({ changed: "0\n", status: 0 });
  });
});

describe("an address that is replaced", () => {
  test("goes with its link", () => {
    const lines = "undo_replaced_address A 10.0.0.1/24; ip address replace 10.0.0.1/24 dev A; ip link del A";
    expect(tried("", lines)).toMatchObject({ after: "", status: 0 });
  });

  test.each([
    [
      "is as it was",
      "ip address add 10.0.0.1/24 dev A",
      "10.0.0.1/24",
      "ip address replace 10.0.0.1/24 dev A metric 5",
    ],
    ["is gone where it was not", "", "10.0.0.1/24", "ip address replace 10.0.0.1/24 dev A"],
    ["is gone with its peer", "", "10.0.0.1 peer 10.0.0.2", "ip address replace 10.0.0.1 peer 10.0.0.2 dev A"],
    [
      "is as it was beside one that ends alike",
      "ip address add 110.0.0.1/24 dev A; ip address add 10.0.0.1/24 dev A",
      "10.0.0.1/24",
      "ip address replace 10.0.0.1/24 dev A metric 5",
    ],
    [
      "of IPv6 is as it was",
      "ip address add fd00::1/64 nodad dev A",
      "fd00::1/64",
      "ip address replace fd00::1/64 nodad noprefixroute dev A",
    ],
  ])("%s", (_what, there, address, line) => {
    const end = tried(there, `undo_replaced_address A '${address}'; ${line}`);
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });
});
