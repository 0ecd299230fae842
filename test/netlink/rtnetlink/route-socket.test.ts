import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** So many that the kernel tells of them in several parts */
const PAIRS = 40;

test("300 requests are answered in their order, and those behind a refused one are done", async () => {
  const { refused, addresses } = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addAddress } = await import("../../../lib/netlink/addresses/add-address.ts");
    const { parseIpv4Cidr } = await import("../../../lib/values/address/ipv4-cidr.ts");
    using socket = RouteSocket.open();
    const requests = Array.from({ length: 300 }, (_, index) => {
      // The 151st is there already
      const number = index === 150 ? 7 : index;
      return addAddress({ index: 1, address: parseIpv4Cidr(`10.0.${number >> 8}.${number & 0xff}/32`) });
    });
    const answers = socket.tryAll(requests);
    return {
      refused: answers
        .map((answer) => answer?.code ?? "")
        .flatMap((code, index) => (code === "" ? [] : [{ index, code }])),
      addresses: JSON.parse(Bun.spawnSync(["ip", "-j", "-4", "address"]).stdout.toString())[0].addr_info.length,
    };
  });
  expect(refused).toEqual([{ index: 150, code: "EEXIST" }]);
  expect(addresses).toBe(299);
});

test("300 refusals with the kernel's words are all read", async () => {
  const words = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { setLink } = await import("../../../lib/netlink/links/set-link.ts");
    using socket = RouteSocket.open();
    socket.run(addVeth({ name: "v0", index: 9 }, { name: "w0" }));
    const answers = socket.tryAll(Array.from({ length: 300 }, () => setLink(9, { mtu: 1 })));
    return answers.map((refusal) => refusal?.words);
  });
  expect(words).toEqual(Array.from({ length: 300 }, () => "mtu less than device minimum"));
});

test("a list that is refused has the kernel's own words as well", async () => {
  const answer = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { listRoutes } = await import("../../../lib/netlink/routes/list-routes.ts");
    using socket = RouteSocket.open();
    try {
      listRoutes(socket, { table: 99, family: 2 });
    } catch (error) {
      return (error as Error).message;
    }
    return "no error";
  });
  expect(answer).toBe("Error: ipv4: FIB table does not exist.");
});

test("where answers find no room nobody says that all is done, and who asks next is answered", async () => {
  const seen = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { AnswersLost } = await import("../../../lib/netlink/rtnetlink/netlink-socket.ts");
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { deleteLink } = await import("../../../lib/netlink/links/delete-link.ts");
    const { leaveLittleRoom } = await import("./little-room.ts");
    using socket = leaveLittleRoom(() => RouteSocket.open());
    const said = (body: () => void) => {
      try {
        body();
      } catch (error) {
        return error instanceof AnswersLost ? "lost" : (error as Error).message;
      }
      return "done";
    };
    return [
      said(() => void socket.tryAll(Array.from({ length: 64 }, (_, n) => addBridge({ name: `b${n}` })))),
      said(() => socket.run(deleteLink(9999))),
      said(() => socket.run(addBridge({ name: "next" }))),
    ];
  });
  expect(seen).toEqual(["lost", "RTNETLINK answers: No such device", "done"]);
});

test("no requests take no call", async () => {
  const answers = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    using socket = RouteSocket.open();
    return socket.tryAll([]);
  });
  expect(answers).toEqual([]);
});

test("a list that changes while it is told is asked for again, and has everything once", async () => {
  const { names, begun } = await inNamespaces(async (pairs) => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { textOf } = await import("../../../lib/netlink/rtnetlink/attribute.ts");
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { IFLA } = await import("../../../lib/netlink/links/link-message.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    const { interruptLists } = await import("./interrupted-lists.ts");
    using socket = RouteSocket.open();
    using other = RouteSocket.open();
    socket.tryAll(Array.from({ length: pairs }, (_, n) => addVeth({ name: `a${n}` }, { name: `b${n}` })));
    using interruption = interruptLists((begun) => {
      if (begun === 1) other.run(addVeth({ name: "new0" }, { name: "new1" }));
    });
    const links = listLinks(socket);
    return {
      names: links.map(({ attributes }) => textOf(attributes.get(IFLA.name) ?? Buffer.alloc(0))),
      begun: interruption.begun,
    };
  }, PAIRS);
  const pairs = Array.from({ length: PAIRS }, (_, n) => [`a${n}`, `b${n}`]);
  expect(names.toSorted()).toEqual(["lo", "new0", "new1", ...pairs.flat()].toSorted());
  expect(begun).toBe(2);
});

test("a list that changes each time it is told is given up, with a word", async () => {
  const said = await inNamespaces(async (pairs) => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    const { interruptLists } = await import("./interrupted-lists.ts");
    using socket = RouteSocket.open();
    using other = RouteSocket.open();
    socket.tryAll(Array.from({ length: pairs }, (_, n) => addVeth({ name: `a${n}` }, { name: `b${n}` })));
    using interruption = interruptLists(() => other.run(addVeth({}, {})));
    try {
      return { message: `${listLinks(socket).length} links`, begun: interruption.begun };
    } catch (error) {
      return { message: String(error), begun: interruption.begun };
    }
  }, PAIRS);
  expect(said).toEqual({
    message: "Error: Cannot get a consistent list: it changed during each of 20 tries. Try again later",
    begun: 20,
  });
});

test("while another program makes and deletes links, each list has all others once", async () => {
  const lists = await inNamespaces(async (pairs) => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addVeth } = await import("../../../lib/netlink/links/add-veth.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    using socket = RouteSocket.open();
    socket.tryAll(Array.from({ length: pairs }, (_, n) => addVeth({ name: `a${n}` }, { name: `b${n}` })));
    const steady = listLinks(socket).map(({ index }) => index);
    const other = Bun.spawn(["ip", "-batch", "-"], {
      stdin: Buffer.from("link add x type veth\nlink del x\n".repeat(10)),
    });
    let isOver = false;
    void other.exited.then(() => (isOver = true));
    const lists: { readonly twice: number; readonly missing: number }[] = [];
    while (!isOver) {
      const told = listLinks(socket).map(({ index }) => index);
      lists.push({
        twice: told.length - new Set(told).size,
        missing: steady.filter((index) => !told.includes(index)).length,
      });
      await Bun.sleep(1);
    }
    return lists;
  }, PAIRS);
  expect(lists.length).toBeGreaterThan(0);
  expect(lists.filter(({ twice, missing }) => twice > 0 || missing > 0)).toEqual([]);
});

test("a socket stays in the network that it was opened in", async () => {
  const { inside, home } = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    const { listLinks } = await import("../../../lib/netlink/links/list-links.ts");
    const other = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec cat"], { stdin: "pipe", stdout: "pipe" });
    await other.stdout.getReader().read();
    using there = RouteSocket.openIn(openSync(`/proc/${other.pid}/ns/net`, "r"));
    using here = RouteSocket.open();
    there.run(addBridge({ name: "there" }));
    const counts = { inside: listLinks(there).length, home: listLinks(here).length };
    other.kill();
    return counts;
  });
  expect(inside - home).toBe(1);
});

test("a refusal has the kernel's own words, where it has some, and is what ip prints", async () => {
  const refusals = await inNamespaces(async () => {
    const { RouteSocket } = await import("../../../lib/netlink/rtnetlink/route-socket.ts");
    const { setLink } = await import("../../../lib/netlink/links/set-link.ts");
    const { addBridge } = await import("../../../lib/netlink/links/add-bridge.ts");
    using socket = RouteSocket.open();
    const answers = socket.tryAll([
      addBridge({ name: "b0", index: 9 }),
      addBridge({ name: "b0" }),
      setLink(9, { mtu: 1 }),
    ]);
    return answers.map((refusal) =>
      refusal === null ? null : { code: refusal.code, words: refusal.words, answer: refusal.answer },
    );
  });
  expect(refusals).toEqual([
    null,
    { code: "EEXIST", words: null, answer: "RTNETLINK answers: File exists" },
    {
      code: "EINVAL",
      words: "mtu less than device minimum",
      answer: "Error: mtu less than device minimum.",
    },
  ]);
});
