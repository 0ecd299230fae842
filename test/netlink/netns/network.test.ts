import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("a network is made, held by a descriptor, and the thread is home again", async () => {
  const seen = await inNamespaces(async () => {
    const { readlinkSync } = await import("node:fs");
    const { inNetwork } = await import("../../../lib/netlink/namespaces.ts");
    const { makeNetwork } = await import("../../../lib/netlink/netns/network.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    const where = () => readlinkSync("/proc/thread-self/ns/net");
    const home = where();
    using first = makeNetwork();
    using second = makeNetwork();
    using socket = RouteSocket.openIn(first.fd);
    return {
      back: where() === home,
      different: new Set([home, inNetwork(first.fd, where), inNetwork(second.fd, where)]).size,
      links: listLinks(socket).length,
    };
  });
  expect(seen).toEqual({ back: true, different: 3, links: 1 });
});

test("a network that cannot be made leaves the thread at home, and no descriptor", async () => {
  const seen = await inNamespaces(async () => {
    const { readdirSync, readlinkSync, writeFileSync } = await import("node:fs");
    const { makeNetwork } = await import("../../../lib/netlink/netns/network.ts");
    writeFileSync("/proc/sys/user/max_net_namespaces", "0");
    const state = () => [readlinkSync("/proc/thread-self/ns/net"), readdirSync("/proc/self/fd").length];
    const before = state();
    try {
      makeNetwork();
    } catch (error) {
      return { message: (error as Error).message, before, after: state() };
    }
    return null;
  });
  expect(seen?.message).toBe("Cannot make a network namespace: ENOSPC");
  expect(seen?.after).toEqual(seen?.before);
});
