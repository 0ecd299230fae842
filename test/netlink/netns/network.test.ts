import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/in-namespaces.ts";

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

test("the network of a process is opened as long as it is that process", async () => {
  const seen = await inNamespaces(async () => {
    const { fstatSync, statSync } = await import("node:fs");
    const { openNetworkOf } = await import("../../../lib/netlink/netns/open-network.ts");
    const { processStart } = await import("../../../lib/netlink/process-start.ts");
    const start = processStart(process.pid) ?? "";
    using own = openNetworkOf(process.pid, start);
    using recycled = openNetworkOf(process.pid, `${Number(start) - 1}`);
    const gone = Bun.spawn(["true"]);
    await gone.exited;
    using none = openNetworkOf(gone.pid, start);
    const isOwn = own !== null && fstatSync(own.fd).ino === statSync("/proc/self/ns/net").ino;
    return { isOwn, recycled, none };
  });
  expect(seen).toEqual({ isOwn: true, recycled: null, none: null });
});
