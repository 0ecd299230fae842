import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("a link is found by its name, by another name of its, and by its number", async () => {
  const found = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { findLink, linkOf } = await import("../../../lib/netlink/links/find-link.ts");
    using socket = RouteSocket.open();
    socket.run(addBridge({ name: "b0", index: 7 }));
    for (const name of ["short", "a-name-that-has-more-than-15-bytes"])
      Bun.spawnSync(["ip", "link", "property", "add", "dev", "b0", "altname", name]);
    return {
      names: ["b0", "short", "a-name-that-has-more-than-15-bytes", "lo"].map((name) => findLink(socket, name)?.index),
      missing: ["b1", "another-name-that-has-more-than-15-bytes"].map((name) => findLink(socket, name)),
      numbers: [1, 7].map((index) => linkOf(socket, index)?.index),
      none: linkOf(socket, 99),
    };
  });
  expect(found).toEqual({ names: [7, 7, 7, 1], missing: [null, null], numbers: [1, 7], none: null });
});

test("links are listed by their numbers, those of one master or one kind as well", async () => {
  const listed = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    using socket = RouteSocket.open();
    socket.run(addBridge({ name: "b0", index: 7 }));
    socket.run(addVeth({ name: "v0", index: 8, master: 7 }, { name: "w0", index: 9 }));
    const numbers = (filter = {}) => listLinks(socket, filter).map(({ index }) => index);
    return [numbers(), numbers({ master: 7 }), numbers({ kind: "veth" }), numbers({ kind: "vxlan" })];
  });
  expect(listed).toEqual([[1, 7, 8, 9], [8], [8, 9], []]);
});
