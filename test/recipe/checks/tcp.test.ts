import { expect, test } from "bun:test";
import { bothWays, serverWasThere } from "../../support/messages.ts";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const saw = (peer: string) => bothWays("bytes", peer);

/** Milliseconds, where an answer comes, however busy the machine is; and where none does */
const LONG = 10_000;
const SHORT = 300;

const inNamespaces = namespacesFor(import.meta.dir);

/**
 * Two networks with a cable between them, 10.1.1.1 and 10.1.1.2, and some more lines in the second one; from the first to the
 * second, whose server is to see the first one itself, or another address
 */
function exchanging(lines: string, seenAs = "itself", patience = LONG): Promise<unknown> {
  return inNamespaces(
    async (lines, seenAs, patience) => {
      const { openSync } = await import("node:fs");
      const { exchange } = await import("../../../lib/recipe/checks/tcp.ts");
      const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
      const { parsePort } = await import("../../../lib/values/port.ts");
      const other = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
      await other.stdout.getReader().read();
      const cable = `set -e
        ip link add A type veth peer name B netns ${other.pid}
        ip address add 10.1.1.1/24 dev A; ip link set A up; ip link set lo up
        nsenter --net=/proc/${other.pid}/ns/net sh -e -c 'ip address add 10.1.1.2/24 dev B; ip link set B up; ip link set lo up; ${lines}'`;
      const { success, stderr } = Bun.spawnSync(["sh", "-c", cable]);
      if (!success) throw new Error(stderr.toString());
      const [client, server] = [openSync("/proc/self/ns/net", "r"), openSync(`/proc/${other.pid}/ns/net`, "r")];
      try {
        const wanted = seenAs === "itself" ? seenAs : parseIpv4(seenAs);
        const ports = { outside: parsePort("80"), inside: parsePort("80") };
        return await exchange(client, server, parseIpv4("10.1.1.2"), ports, wanted, patience);
      } finally {
        other.kill();
      }
    },
    lines,
    seenAs,
    patience,
  );
}

test("bytes go both ways, and the server sees the client's own address", async () => {
  expect(await exchanging("true")).toEqual({
    connected: true,
    seen: expect.stringMatching(new RegExp(`^${saw("10.1.1.1")}, (?!not )`)),
  });
});

const TRANSLATED =
  "iptables -t nat -A INPUT -p tcp --dport 80 -j SNAT --to 192.0.2.7; ip route add 192.0.2.7 via 10.1.1.1";

test.each([
  { seenAs: "itself", connected: false },
  { seenAs: "192.0.2.7", connected: true },
  { seenAs: "192.0.2.8", connected: false },
])("a server that sees 192.0.2.7 does not see the client as $seenAs, or does", async ({ seenAs, connected }) => {
  const seen = `${saw("192.0.2.7")}, not the client's 10.1.1.1`;
  expect(await exchanging(TRANSLATED, seenAs)).toEqual({ connected, seen });
});

test("of a server that is there already nobody knows whom it saw", async () => {
  const there =
    "timeout 30 busybox nc -ll -p 80 -e true </dev/null >/dev/null 2>&1 & until grep -q :0050 /proc/net/tcp6; do sleep 0.01; done";
  const seen = serverWasThere("10.1.1.1");
  expect(await exchanging(there)).toEqual({ connected: true, seen });
  expect(await exchanging(there, "10.1.1.1")).toEqual({ connected: false, seen });
});

test("packets that are dropped time out", async () => {
  expect(await exchanging("iptables -A INPUT -p tcp --dport 80 -j DROP", "itself", SHORT)).toEqual({
    connected: false,
    seen: "ETIMEDOUT",
  });
});

test("another server that answers is no connection to this one", async () => {
  const elsewhere =
    "iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 81; timeout 30 busybox nc -l -p 81 </dev/null >/dev/null 2>&1 & until grep -q :0051 /proc/net/tcp6; do sleep 0.01; done";
  expect(await exchanging(elsewhere, "itself", 2000)).toEqual({
    connected: false,
    seen: "the server saw no connection",
  });
});

test("bytes that do not come back are lost", async () => {
  const oneWay = "iptables -A OUTPUT -p tcp --sport 80 -m length --length 53: -j DROP";
  expect(await exchanging(oneWay, "itself", SHORT)).toMatchObject({ connected: false });
});
