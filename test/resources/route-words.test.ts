/**
 * Routes in the words that `ip route` takes.
 */
import { expect, test } from "bun:test";

import type { SeenRoute } from "../../lib/netlink/see/route.ts";
import { routeWords } from "../../lib/resources/route-words.ts";
import { route } from "../support/kernel/seen-network.ts";
import type { Printed } from "../support/kernel/printed.ts";

const HOP = { gateway: "10.0.0.2", dev: "A", weight: 1, isOnLink: false };

test.each<[Partial<Printed<SeenRoute>>, string | null]>([
  [{ gateway: "10.0.0.1", dev: "A" }, "default via 10.0.0.1 dev A"],
  [{ destination: "10.0.0.0/8", dev: "A", scope: "link" }, "10.0.0.0/8 dev A scope link"],
  [{ destination: "10.0.0.0/8", type: "blackhole" }, "blackhole 10.0.0.0/8"],
  [{ type: "unreachable", dev: "lo", metric: 1024 }, "unreachable default dev lo metric 1024"],
  [{ dev: "A", table: "77" }, "default dev A table 77"],
  [{ dev: "A", protocol: "static" }, "default dev A proto static"],
  [{ dev: "A", source: "10.0.0.9" }, "default dev A src 10.0.0.9"],
  [{ family: "inet6", dev: "A", from: "fd00::/8" }, "default from fd00::/8 dev A"],
  [{ dev: "A", tos: 4 }, "default tos 0x04 dev A"],
  [{ dev: "A", tos: 16 }, "default tos 0x10 dev A"],
  [{ gateway: "10.0.0.1", dev: "A", isOnLink: true }, "default via 10.0.0.1 dev A onlink"],
  [{ dev: "A", preference: "high" }, "default dev A pref high"],
  [
    {
      dev: "A",
      metrics: [
        { name: "mtu", value: 1400, isLocked: true },
        { name: "advmss", value: 1300, isLocked: false },
      ],
    },
    "default dev A mtu lock 1400 advmss 1300",
  ],
  [
    {
      destination: "10.9.0.0/24",
      type: "throw",
      tos: 4,
      gateway: "10.0.0.1",
      dev: "A",
      table: "7",
      protocol: "static",
      scope: "link",
      source: "10.0.0.9",
      metric: 5,
      isOnLink: true,
    },
    "throw 10.9.0.0/24 tos 0x04 via 10.0.0.1 dev A table 7 proto static scope link src 10.0.0.9 metric 5 onlink",
  ],
  [{ nextHops: [HOP] }, "default nexthop via 10.0.0.2 dev A weight 1"],
  [
    { metric: 5, nextHops: [HOP, { gateway: null, dev: "B", weight: 3, isOnLink: true }] },
    "default metric 5 nexthop via 10.0.0.2 dev A weight 1 nexthop dev B weight 3 onlink",
  ],
  [{ dev: "A", realms: "7/8" }, "default dev A realms 7/8"],
  [{ gateway: "fe80::9", dev: "A" }, "default via inet6 fe80::9 dev A"],
  [{ dev: "A", unread: "22:0000" }, null],
])("%j is %j", (seen, words) => {
  expect(routeWords(route(seen))).toBe(words);
});

test("the way of a next-hop object is its own", () => {
  const seen = { nextHopId: 7, gateway: "10.0.0.1", dev: "A", isOnLink: true, metric: 5, nextHops: [HOP] };
  expect(routeWords(route(seen))).toBe("default nhid 7 metric 5");
});
