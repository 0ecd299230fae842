import { expect, test } from "bun:test";

import { look } from "./looked.ts";

const looked = look();

test("each link is seen as the real `ip` shows it", async () => {
  const { seen, shown } = await looked;
  expect(seen.links).toEqual(shown.links);
  expect(shown.links.map(({ name }) => name).toSorted()).toEqual("b0 b1 d0 e0 lo m0 v0 w0 x0 y0".split(" "));
});

test("what another kind of link has, and what somebody has set, is seen", async () => {
  const { links } = (await looked).seen;
  const named = (name: string) => links.find((one) => one.name === name);
  const indexOf = (name: string) => named(name)?.index ?? 0;
  expect(named("v0")).toMatchObject({ kind: "veth", lower: { index: indexOf("w0"), name: "w0" } });
  expect(named("m0")).toMatchObject({ kind: "macvlan", lower: { index: indexOf("w0"), name: "w0" } });
  expect(named("y0")).toMatchObject({ kind: "veth", lower: { name: null } });
  expect(named("b0")).toMatchObject({ kind: "bridge", lower: null });
  expect(named("lo")).toMatchObject({
    kind: null,
    hardware: "loopback",
    operational: "unknown",
    lower: null,
    state: { master: "" },
  });
  expect(named("x0")).toMatchObject({ kind: "vxlan", lower: { name: "w0" }, state: { master: "b0", protodown: "on" } });
  expect(named("d0")?.state).toMatchObject({
    alias: "something",
    group: 7,
    txqueuelen: 5,
    arp: "off",
    multicast: "off",
    promisc: "on",
    allmulticast: "on",
    dynamic: "on",
  });
});
