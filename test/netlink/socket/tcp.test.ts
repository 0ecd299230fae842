import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Tries to connect to 127.0.0.1:80 in this network, after some `ip` and `iptables` lines */
function connecting(lines: readonly string[]): Promise<string> {
  return inNamespaces(async (lines) => {
    const { openSync } = await import("node:fs");
    const { connectTcp } = await import("../../../lib/netlink/socket/tcp.ts");
    const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
    const { parsePort } = await import("../../../lib/values/port.ts");
    for (const line of lines) {
      const { success, stderr } = Bun.spawnSync(line.split(" "));
      if (!success) throw new Error(`${line}: ${stderr.toString()}`);
    }
    const here = openSync("/proc/self/ns/net", "r");
    const result = await connectTcp(here, parseIpv4("127.0.0.1"), parsePort("80"), 200);
    return typeof result === "string" ? result : "connected";
  }, lines);
}

test("a port where nobody listens refuses", async () => {
  expect(await connecting(["ip link set lo up"])).toBe("ECONNREFUSED");
});

test("an address without a route is unreachable", async () => {
  expect(await connecting(["ip address flush dev lo"])).toBe("ENETUNREACH");
});

test("a connection whose packets are dropped times out", async () => {
  expect(await connecting(["ip link set lo up", "iptables -A INPUT -p tcp --dport 80 -j DROP"])).toBe("ETIMEDOUT");
});

test("a connection whose packets are rejected says so at once", async () => {
  const rejecting = "iptables -A INPUT -p tcp --dport 80 -j REJECT --reject-with icmp-host-prohibited";
  expect(await connecting(["ip link set lo up", rejecting])).toBe("EHOSTUNREACH");
});

test("bytes go both ways between two networks, each end knows its address, and the server its client's", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { connectTcp, listenTcp } = await import("../../../lib/netlink/socket/tcp.ts");
    const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
    const { parsePort } = await import("../../../lib/values/port.ts");
    const other = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
    await other.stdout.getReader().read();
    for (const line of [
      `ip link add A address 02:00:00:00:00:01 type veth peer name B netns ${other.pid}`,
      "ip address add 10.1.1.1/24 dev A",
      "ip link set A up",
      `nsenter --net=/proc/${other.pid}/ns/net ip address add 10.1.1.2/24 dev B`,
      `nsenter --net=/proc/${other.pid}/ns/net ip link set B up`,
    ])
      Bun.spawnSync(line.split(" "));
    const [home, there] = [openSync("/proc/self/ns/net", "r"), openSync(`/proc/${other.pid}/ns/net`, "r")];
    using listener = listenTcp(there, parsePort("8080"));
    const client = await connectTcp(home, parseIpv4("10.1.1.2"), parsePort("8080"), 5000);
    const accepted = await listener.accept(5000);
    other.kill();
    if (typeof client === "string" || accepted === null) return client;
    client.send(Buffer.from("question"));
    const question = Buffer.from(await accepted.connection.receive(5000)).toString();
    accepted.connection.send(Buffer.from("answer"));
    const answer = Buffer.from(await client.receive(5000)).toString();
    const ends = { client: client.local, server: accepted.connection.local, peer: accepted.peer };
    client[Symbol.dispose]();
    const closed = (await accepted.connection.receive(5000)).byteLength;
    return { question, answer, ...ends, closed };
  });
  expect<unknown>(seen).toEqual({
    question: "question",
    answer: "answer",
    client: "10.1.1.1",
    server: "10.1.1.2",
    peer: "10.1.1.1",
    closed: 0,
  });
});

test("a port that is taken can't be listened on, and no socket is left", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readdirSync } = await import("node:fs");
    const { listenTcp } = await import("../../../lib/netlink/socket/tcp.ts");
    const { parsePort } = await import("../../../lib/values/port.ts");
    const here = openSync("/proc/self/ns/net", "r");
    const first = listenTcp(here, parsePort("80"));
    const before = readdirSync("/proc/self/fd").length;
    let message = "";
    try {
      listenTcp(here, parsePort("80"));
    } catch (error) {
      message = (error as Error).message;
    }
    const after = readdirSync("/proc/self/fd").length;
    first[Symbol.dispose]();
    listenTcp(here, parsePort("80"))[Symbol.dispose]();
    return { message, left: after - before };
  });
  expect(seen).toEqual({ message: "Cannot bind port 80: EADDRINUSE", left: 0 });
});

test("nobody comes, and nobody is waited for longer than asked", async () => {
  const accepted = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { listenTcp } = await import("../../../lib/netlink/socket/tcp.ts");
    const { parsePort } = await import("../../../lib/values/port.ts");
    using listener = listenTcp(openSync("/proc/self/ns/net", "r"), parsePort("80"));
    return await listener.accept(10);
  });
  expect(accepted).toBeNull();
});

test("a server that is closed listens no more, also where a program that was being started has a copy of its socket", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readdirSync } = await import("node:fs");
    const { connectTcp, listenTcp } = await import("../../../lib/netlink/socket/tcp.ts");
    const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
    const { parsePort } = await import("../../../lib/values/port.ts");
    Bun.spawnSync(["ip", "link", "set", "lo", "up"]);
    const here = openSync("/proc/self/ns/net", "r");
    const before = readdirSync("/proc/self/fd");
    const listener = listenTcp(here, parsePort("80"));
    const [socket] = readdirSync("/proc/self/fd").filter((fd) => !before.includes(fd));
    const copy = Bun.spawn(["sleep", "600"], { stdio: ["ignore", "ignore", "ignore", Number(socket)] });
    listener[Symbol.dispose]();
    const connected = await connectTcp(here, parseIpv4("127.0.0.1"), parsePort("80"), 200);
    using again = listenTcp(here, parsePort("80"));
    copy.kill();
    return { connected, again: typeof again };
  });
  expect(seen).toEqual({ connected: "ECONNREFUSED", again: "object" });
});
