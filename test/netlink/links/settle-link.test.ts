import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("no link of a network is behind its cable any more, nor the bridge that it is on, when all are settled", async () => {
  const seen = await inNamespaces(async () => {
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { IFF } = await import("../../../lib/netlink/links/interface-flags.ts");
    const { linkIndex } = await import("../../../lib/netlink/links/find-link.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    const { setLink } = await import("../../../lib/netlink/links/set-link.ts");
    const { settleLinks } = await import("../../../lib/netlink/links/settle-links.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    socket.run(addBridge({ name: "bridge", state: "up" }));
    const master = linkIndex(socket, "bridge");
    const numbers = Array.from({ length: 120 }, (_, at) => at);
    socket.tryAll(numbers.map((n) => addVeth({ name: `A${n}`, master }, { name: `B${n}` })));
    const ends = numbers.flatMap((n) => [linkIndex(socket, `A${n}`), linkIndex(socket, `B${n}`)]);
    socket.tryAll(ends.map((index) => setLink(index, { state: "up" })));
    settleLinks(socket);
    const isWhole = (flags: number) => (flags & IFF.running) !== 0 && (flags & IFF.lowerUp) !== 0;
    return listLinks(socket).filter(({ flags }) => isWhole(flags)).length;
  });
  expect(seen).toBe(241);
});

test("no link is behind its cable any more, however many came up just now", async () => {
  const seen = await inNamespaces(async () => {
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { IFF } = await import("../../../lib/netlink/links/interface-flags.ts");
    const { linkIndex } = await import("../../../lib/netlink/links/find-link.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    const { setLink } = await import("../../../lib/netlink/links/set-link.ts");
    const { settleIfBehind } = await import("../../../lib/netlink/links/settle-link.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    // The kernel acts on a hundred at once, and on the next ones a second later
    const numbers = Array.from({ length: 120 }, (_, at) => at);
    socket.tryAll(numbers.map((n) => addVeth({ name: `A${n}` }, { name: `B${n}` })));
    const ends = numbers.flatMap((n) => [linkIndex(socket, `A${n}`), linkIndex(socket, `B${n}`)]);
    socket.tryAll(ends.map((index) => setLink(index, { state: "up" })));
    const veths = () => listLinks(socket, { kind: "veth" });
    for (const link of veths()) settleIfBehind(socket, link);
    const isWhole = (flags: number) => (flags & IFF.running) !== 0 && (flags & IFF.lowerUp) !== 0;
    return veths().filter(({ flags }) => isWhole(flags)).length;
  });
  expect(seen).toBe(240);
});
