/**
 * Routes over a link, or to a destination, are kept, and those that are lost come back.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, type Case, CHANGES, undone } from "../in-network.ts";

/** A has addresses of both families, and is up */
const UP = `ip link set A up; ip link set B up
ip address add 10.0.0.1/24 dev A
ip address add fd00::1/64 nodad dev A`;
const SHOW =
  "for FAMILY in -4 -6; do ip $FAMILY -oneline route show table all | grep -vE '^(fe80|ff00|multicast|anycast)|table local' | sed 's/ linkdown//g' | sort; done";

const tried = (there: string, lines: string, more: Partial<Case> = {}) =>
  undone({ needs: ["undo-routes"], there: `${UP}\n${there}`, lines, show: SHOW, ...more });

describe("those over a link come back:", () => {
  const FLUSH =
    "undo_routes_over A; ip -4 route flush table all dev A proto boot; ip -6 route flush table all dev A proto boot";
  test.each([
    ["a direct one", "ip route add 10.1.0.0/24 dev A"],
    ["one through a gateway", "ip route add 10.1.0.0/24 via 10.0.0.2 dev A"],
    [
      "one through a gateway that another one leads to",
      "ip route add 10.2.0.1 dev A; ip route add default via 10.2.0.1",
    ],
    [
      "one that leads to the gateway of a later one",
      "ip route add 10.2.0.1 dev A; ip route add 10.3.0.0/24 via 10.2.0.1",
    ],
    ["with a metric", "ip route add 10.1.0.0/24 dev A metric 77"],
    ["of another table", "ip route add 10.1.0.0/24 dev A table 100"],
    ["with a source and a scope", "ip route add 10.1.0.0/24 dev A scope link src 10.0.0.1"],
    ["with an mtu", "ip route add 10.1.0.0/24 via 10.0.0.2 mtu 1400 advmss 1300"],
    ["onlink", "ip route add 10.1.0.0/24 via 10.9.9.9 dev A onlink"],
    ["of IPv6", "ip route add fd01::/64 dev A; ip route add fd02::/64 via fd00::2 metric 5"],
    ["of IPv6 of another table", "ip -6 route add default via fd00::2 table 100"],
  ])("%s", (_what, there) => {
    const end = tried(there, FLUSH);
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("once it has its address again, and is up", () => {
    const end = tried(
      "ip route add default via 10.0.0.2",
      "undo_routes_over A; undo ip address add 10.0.0.1/24 dev A; undo ip link set A up; ip address del 10.0.0.1/24 dev A; ip link set A down",
      { show: "ip route show" },
    );
    expect(end.changed).toBe("");
    expect(end).toMatchObject(asBefore(end));
  });

  test.each([
    [
      "of several next hops",
      "ip route add 10.1.0.0/24 nexthop via 10.0.0.2 weight 1 nexthop via 10.0.0.3 weight 2",
      "ip route del 10.1.0.0/24",
    ],
    [
      "of several links",
      "ip -4 address add 10.8.0.1/24 dev B; ip route add 10.1.0.0/24 nexthop via 10.8.0.2 nexthop via 10.0.0.3",
      "ip route del 10.1.0.0/24",
    ],
    [
      "of several next hops in IPv6",
      "ip route add fd05::/64 nexthop via fd00::2 nexthop via fd00::3",
      "ip route del fd05::/64",
    ],
    [
      "of several next hops in IPv6, of which one is left",
      "ip route add fd05::/64 nexthop via fd00::2 nexthop via fd00::3",
      "ip route del fd05::/64 via fd00::3",
    ],
  ])("%s", (_what, there, line) => {
    const end = tried(there, `undo_routes_over A; ${line}`);
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("in the namespace where they were", () => {
    const end = tried(
      "ip -n c1 link set lo up; ip -n c1 route add 10.1.0.0/24 dev lo",
      "undo_routes_over lo ip netns exec c1; ip -n c1 route del 10.1.0.0/24",
      { show: "ip -n c1 route show" },
    );
    expect(end.changed).toBe("");
    expect(end).toMatchObject(asBefore(end));
  });

  test("where it is gone, none", () => {
    const end = tried("ip route add 10.1.0.0/24 dev A", "undo_routes_over A; ip link del A");
    expect(end).toMatchObject({ after: end.changed, status: 0 });
  });

  test("where they are still there, none", () => {
    const end = tried(`ip route add 10.1.0.0/24 dev A\n${CHANGES}`, "undo_routes_over A");
    expect(end).toMatchObject(asBefore(end));
  });

  test("where there were none but the kernel's own, none is kept", () => {
    expect(tried("", 'undo_routes_over A; echo "${#UNDOS[@]}"', { show: ":" }).changed).toBe("0\n");
  });
});

describe("those to a destination come back:", () => {
  test.each([
    ["the default one", "ip route add default via 10.0.0.2", "-4 0.0.0.0/0", "ip route del default"],
    ["that of IPv6", "ip -6 route add default via fd00::2", "-6 ::/0", "ip -6 route del default"],
    ["to a network", "ip route add 10.1.0.0/24 dev A", "-4 10.1.0.0/24", "ip route del 10.1.0.0/24"],
    ["to an address", "ip route add 10.1.0.1 dev A", "-4 10.1.0.1", "ip route del 10.1.0.1"],
    ["to an address of IPv6", "ip route add fd05::1 dev A", "-6 fd05::1", "ip route del fd05::1"],
    ["to nowhere", "ip route add blackhole 10.1.0.0/24", "-4 10.1.0.0/24", "ip route del blackhole 10.1.0.0/24"],
    [
      "to nowhere in another table",
      "ip route add unreachable 10.1.0.0/24 table 100 metric 9",
      "-4 10.1.0.0/24",
      "ip route flush table 100",
    ],
    ["to nowhere in IPv6", "ip route add blackhole fd05::/64", "-6 fd05::/64", "ip -6 route del blackhole fd05::/64"],
    [
      "each of several metrics and tables",
      "for AT in 1 2 3; do ip route add 10.1.0.0/24 dev A metric $AT; done; ip route add 10.1.0.0/24 via 10.0.0.2 table 100",
      "-4 10.1.0.0/24",
      "ip route del 10.1.0.0/24 metric 2; ip route del 10.1.0.0/24 table 100",
    ],
    [
      "of several next hops",
      "ip route add 10.1.0.0/24 nexthop via 10.0.0.2 weight 1 nexthop via 10.0.0.3 weight 2",
      "-4 10.1.0.0/24",
      "ip route del 10.1.0.0/24",
    ],
    ["the kernel's own", "", "-4 10.0.0.0/24", "ip route del 10.0.0.0/24"],
  ])("%s", (_what, there, words, line) => {
    const end = tried(there, `undo_routes_to ${words}; ${line}`);
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("in place of the one that was made meanwhile", () => {
    const end = tried(
      "ip route add default via 10.0.0.2",
      "undo_routes_to -4 0.0.0.0/0; ip route replace default via 10.0.0.3; undo ip route del default via 10.0.0.3",
    );
    expect(end).toMatchObject(asBefore(end));
  });

  test("and no other, which begins alike or holds it", () => {
    const there = "ip route add 10.1.0.0/16 dev A; ip route add 10.1.0.0/24 dev A; ip route add 10.1.0.1 dev A";
    expect(tried(there, 'undo_routes_to -4 10.1.0.0/24; echo "${#UNDOS[@]}"', { show: ":" }).changed).toBe("1\n");
  });

  test("where the link of it is gone, it does not, and that is no failure", () => {
    const end = tried("ip route add 10.1.0.0/24 dev A", "undo_routes_to -4 10.1.0.0/24; ip link del A");
    expect(end).toMatchObject({ after: end.changed, status: 0 });
  });
});
