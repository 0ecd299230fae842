import { expect, test } from "bun:test";

import type { SeenRoute } from "../../../lib/netlink/see/route.ts";
import { look } from "./looked.ts";
import { OTHERS } from "./shown-ways.ts";
import { printIpPrefix } from "../../../lib/values/address/ip-notation.ts";

const looked = look();

/** `ip -json` tells of no metric whether it is locked, and has words for what is not read */
function comparable(route: SeenRoute): SeenRoute {
  const unread = route.unread === null ? null : OTHERS;
  return { ...route, unread, metrics: route.metrics.map((one) => ({ ...one, isLocked: false })) };
}

test("each route of all tables is seen as the real `ip` shows it, in its order", async () => {
  const { seen, shown } = await looked;
  expect(seen.routes.map(comparable)).toEqual([...shown.routes]);
});

test("those over a link are those that have a way over it", async () => {
  const { seen, shown } = await looked;
  const over = Object.entries(seen.over).map(([link, routes]) => [link, routes.map(comparable)]);
  expect<unknown>(Object.fromEntries(over)).toEqual(shown.over);
});

test("settings of both families are seen", async () => {
  const { routes } = (await looked).seen;
  const to = (destination: string) => routes.find((one) => printIpPrefix(one.destination) === destination);
  expect(to("10.9.0.0/24")).toMatchObject({
    source: "10.1.0.2",
    metrics: [
      { name: "mtu", value: 1400, isLocked: true },
      { name: "window", value: 7, isLocked: false },
      { name: "advmss", value: 1300, isLocked: false },
    ],
  });
  expect(to("10.9.1.0/24")).toMatchObject({ gateway: "10.77.0.1", table: "77", isOnLink: true });
  expect(to("10.9.2.0/24")).toMatchObject({ tos: 16, scope: "host" });
  expect(to("10.9.3.1")).toMatchObject({ protocol: "77", metrics: [{ name: "hoplimit" }, { name: "initcwnd" }] });
  expect(to("10.9.4.0/24")).toMatchObject({
    dev: null,
    nextHops: [
      { gateway: "10.1.0.9", dev: "w0", weight: 3, isOnLink: false },
      { gateway: "10.78.0.1", dev: "d0", weight: 1, isOnLink: true },
    ],
  });
  expect(to("10.14.0.0/16")).toMatchObject({ nextHopId: 7, unread: null });
  expect(to("10.12.0.0/16")).toMatchObject({ type: "prohibit", table: "1000" });
  expect(to("10.9.5.0/24")).toMatchObject({ realms: "7", gateway: "10.1.0.9" });
  expect(to("10.9.6.0/24")).toMatchObject({ gateway: "fe80::9", dev: "w0" });
  expect(to("fd09::/64")).toMatchObject({ family: "inet6", gateway: "fe80::9", protocol: "static", metric: 1024 });
  expect(to("fd0a::1")).toMatchObject({ preference: "low" });
  expect(to("fd0b::/64")?.nextHops).toHaveLength(2);
});

test("a metric that is no plain number is a setting that is not read", async () => {
  const { routes } = (await looked).seen;
  const others = routes.filter(({ unread }) => unread !== null);
  expect(others.map(({ destination }) => printIpPrefix(destination))).toEqual(["10.9.7.0/24"]);
});

test("the way of a packet is the one that the real `ip` finds, and none where a route says so", async () => {
  const { seen, shown } = await looked;
  expect(seen.ways).toEqual(shown.ways);
  expect(seen.ways).toMatchObject({
    "10.99.0.1": { destination: "10.99.0.1/32", gateway: "10.1.0.9" },
    "127.0.0.1": { gateway: null, dev: "lo" },
    "10.10.0.1": null,
    "10.11.0.1": null,
    "fd09::1": { gateway: "fe80::9", dev: "w0" },
    "fd0c::1": null,
    "fd0d::1": null,
  });
});
