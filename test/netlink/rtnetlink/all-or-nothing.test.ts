import { expect, test } from "bun:test";

import type { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";

const exists = (place: string, line: string) => `Cannot run line ${place}, \`${line}\`: RTNETLINK answers: File exists`;

const inNamespaces = namespacesFor(import.meta.dir);

test("of many changes in one batch all are made", async () => {
  const names = await inNamespaces(async () => {
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { changeAll } = await import("../../../lib/netlink/rtnetlink/all-or-nothing.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    const made = Array.from({ length: 8 }, (_, at) => `b${at}`);
    changeAll(
      socket,
      made.map((name) => ({ line: `ip link add ${name} type bridge`, request: addBridge({ name }), inverse: null })),
    );
    const list = Bun.spawnSync(["ip", "-j", "link", "show", "type", "bridge"]).stdout.toString();
    return (JSON.parse(list) as { ifname: string }[]).map(({ ifname }) => ifname);
  });
  expect(names).toEqual(Array.from({ length: 8 }, (_, at) => `b${at}`));
});

test("a batch of which the kernel refuses a line in the middle names it, and undoes the others, behind it as well", async () => {
  const seen = await inNamespaces(async () => {
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { deleteLink } = await import("../../../lib/netlink/links/delete-link.ts");
    const { findLink } = await import("../../../lib/netlink/links/find-link.ts");
    const { BatchRefused, changeAll } = await import("../../../lib/netlink/rtnetlink/all-or-nothing.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    const look = () => Bun.spawnSync(["ip", "-o", "link"]).stdout.toString();
    Bun.spawnSync(["ip", "link", "add", "A3", "type", "veth", "peer", "name", "B3"]);
    const before = look();
    const changes = [1, 2, 3, 4, 5].map((n) => ({
      line: `ip link add A${n} type veth peer name B${n}`,
      request: addVeth({ name: `A${n}` }, { name: `B${n}` }),
      inverse: (asked: RouteSocket) => deleteLink(findLink(asked, `A${n}`)?.index ?? 0),
    }));
    try {
      changeAll(socket, changes);
    } catch (error) {
      if (!(error instanceof BatchRefused)) throw error;
      return { message: error.message, number: error.number, left: error.left, same: look() === before };
    }
    return null;
  });
  expect(seen).toEqual({
    message: `${exists("3 of 5", "ip link add A3 type veth peer name B3")}; the others are undone`,
    number: 3,
    left: [],
    same: true,
  });
});

test("what cannot even be asked to be undone is named, and the others are undone", async () => {
  const seen = await inNamespaces(async () => {
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { deleteLink } = await import("../../../lib/netlink/links/delete-link.ts");
    const { linkIndex } = await import("../../../lib/netlink/links/find-link.ts");
    const { BatchRefused, changeAll } = await import("../../../lib/netlink/rtnetlink/all-or-nothing.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    const change = (name: string, made: string) => ({
      line: `ip link add ${name} type bridge`,
      request: addBridge({ name }),
      inverse: (asked: RouteSocket) => deleteLink(linkIndex(asked, made)),
    });
    try {
      changeAll(socket, [change("b0", "b0"), change("b1", "nothing"), change("b2", "b2"), change("b2", "b2")]);
    } catch (error) {
      if (!(error instanceof BatchRefused)) throw error;
      const links = Bun.spawnSync(["ip", "-br", "link", "show", "type", "bridge"]).stdout.toString();
      return { line: error.line, left: error.left.map(({ line }) => line), links: links.split(" ")[0] };
    }
    return null;
  });
  expect(seen).toEqual({
    line: "ip link add b2 type bridge",
    left: ["ip link add b1 type bridge"],
    links: "b1",
  });
});

test("where nobody can tell what was made, all of it is undone", async () => {
  const seen = await inNamespaces(async () => {
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { deleteLink } = await import("../../../lib/netlink/links/delete-link.ts");
    const { changeAll } = await import("../../../lib/netlink/rtnetlink/all-or-nothing.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { leaveLittleRoom } = await import("./little-room.ts");
    using socket = leaveLittleRoom(() => RouteSocket.open());
    const changes = Array.from({ length: 64 }, (_, n) => ({
      line: `ip link add b${n} type bridge`,
      request: addBridge({ name: `b${n}`, index: 100 + n }),
      inverse: () => deleteLink(100 + n),
    }));
    const said = () => {
      try {
        changeAll(socket, changes);
      } catch (error) {
        return (error as Error).name;
      }
      return "done";
    };
    return { said: said(), links: Bun.spawnSync(["ip", "-br", "link", "show", "type", "bridge"]).stdout.toString() };
  });
  expect(seen).toEqual({ said: "AnswersLost", links: "" });
});

test("what cannot be undone is named", async () => {
  const message = await inNamespaces(async () => {
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { deleteLink } = await import("../../../lib/netlink/links/delete-link.ts");
    const { BatchRefused, changeAll } = await import("../../../lib/netlink/rtnetlink/all-or-nothing.ts");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    const change = (name: string) => ({
      line: `ip link add ${name} type bridge`,
      request: addBridge({ name }),
      // The number of no link
      inverse: () => deleteLink(9999),
    });
    try {
      changeAll(socket, [change("b0"), change("b0")]);
    } catch (error) {
      return error instanceof BatchRefused ? error.message : String(error);
    }
    return "";
  });
  expect(message).toBe(
    `${exists("2 of 2", "ip link add b0 type bridge")}; \`ip link add b0 type bridge\` could not be undone: RTNETLINK answers: No such device`,
  );
});
