/**
 * Our own echo request: it sees what ping sees, in ping's words, and the packets are real.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Asks from a new network, after some shell lines, first ourselves and then by ping(8); what each saw */
function asking(lines: string, address: string): Promise<readonly unknown[]> {
  return inNamespaces(
    async (lines, address) => {
      const { openSync } = await import("node:fs");
      const { echo } = await import("../../../lib/recipe/checks/echo-request.ts");
      const { ping } = await import("../../../lib/recipe/checks/ping.ts");
      const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
      const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", lines]);
      if (!success) throw new Error(stderr.toString());
      const network = openSync("/proc/self/ns/net", "r");
      const results = [];
      for (const ask of [echo, ping]) {
        const { answered, seen } = await ask(network, parseIpv4(address), 0.2);
        results.push({ answered, seen: seen.replace(/time=\d[\d.]* ms$/, "time=") });
      }
      return results;
    },
    lines,
    address,
  );
}

const UP = "ip link set lo up";
const HERE = "127.0.0.1";
const REJECT = "iptables -A INPUT -p icmp --icmp-type echo-request -j REJECT --reject-with";
/** A second network behind a cable, which knows the way back */
const NEIGHBOUR = [
  "mount -t tmpfs tmpfs /run; ip netns add other",
  "ip link add near type veth peer name far netns other",
  "ip addr add 10.1.1.1/24 dev near; ip link set near up",
  "ip -n other addr add 10.1.1.2/24 dev far; ip -n other link set far up",
].join("; ");

test.each([
  ["an answer", UP, HERE, `64 bytes from ${HERE}: icmp_seq=1 ttl=64 time=`],
  ["an answer over a cable", NEIGHBOUR, "10.1.1.2", "64 bytes from 10.1.1.2: icmp_seq=1 ttl=64 time="],
  ["silence", `${UP}; iptables -A INPUT -p icmp -j DROP`, HERE, "no answer"],
  ["no way there", "true", "192.0.2.1", "connect: Network is unreachable"],
  ["a route that says so", `${UP}; ip route add unreachable 192.0.2.0/24`, "192.0.2.1", "connect: No route to host"],
  ["a rule on the way out", `${UP}; iptables -A OUTPUT -p icmp -j DROP`, HERE, "no answer"],
  ["a refusal", `${UP}; ${REJECT} icmp-host-prohibited`, HERE, `From ${HERE} icmp_seq=1 Destination Host Prohibited`],
  ["no port", `${UP}; ${REJECT} icmp-port-unreachable`, HERE, `From ${HERE} icmp_seq=1 Destination Port Unreachable`],
  ["a filter", `${UP}; ${REJECT} icmp-admin-prohibited`, HERE, `From ${HERE} icmp_seq=1 Packet filtered`],
])("%s is seen as ping sees it", async (_what, lines, address, seen) => {
  const expected = { answered: seen.includes("bytes from"), seen };
  expect(await asking(lines, address)).toEqual([expected, expected]);
});

test("the answer to somebody else's request is none", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { requestEcho } = await import("../../../lib/netlink/socket/icmp.ts");
    const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
    // The other one's may come and go; ours, which are alone among all to be dropped by their length, never arrive
    const lines = [
      "ip link set lo up",
      "iptables -A INPUT -p icmp --icmp-type echo-request -m length --length 84 -j DROP",
      "ping -q -n -s 8 -c 20 -i 0.01 127.0.0.1 &",
    ];
    const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", lines.join("\n")]);
    if (!success) throw new Error(stderr.toString());
    return await requestEcho(openSync("/proc/self/ns/net", "r"), parseIpv4("127.0.0.1"), 200);
  });
  expect(seen).toEqual({ kind: "silence" });
});

test("the packets are real: the kernel has counted them", async () => {
  const [before, after] = await inNamespaces(async () => {
    const { openSync, readFileSync } = await import("node:fs");
    const { requestEcho } = await import("../../../lib/netlink/socket/icmp.ts");
    const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
    Bun.spawnSync(["ip", "link", "set", "lo", "up"]);
    const echoes = () => /^Icmp: (\d+) /m.exec(readFileSync("/proc/net/snmp", "utf8"))?.[1];
    const counted = [Number(echoes())];
    await requestEcho(openSync("/proc/self/ns/net", "r"), parseIpv4("127.0.0.1"), 200);
    return [...counted, Number(echoes())];
  });
  // The request, and its answer
  expect(Number(after) - Number(before)).toBe(2);
});

test.each([
  ["on", HERE, "reply"],
  ["on", "192.0.2.1", "no reply"],
  ["off", HERE, "ping cannot be run"],
])("with WIREWORK_BUILTINS=%s and no program to ask %s from elsewhere: %s", async (choice, address, became) => {
  const seen = await inNamespaces(
    async (choice, address) => {
      const { openSync } = await import("node:fs");
      const { echo } = await import("../../../lib/recipe/checks/echo-request.ts");
      const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
      // Nobody can run what enters a network
      const lines = 'ip link set lo up; mount --bind /dev/null "$(command -v nsenter)"';
      const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", lines]);
      if (!success) throw new Error(stderr.toString());
      process.env["WIREWORK_BUILTINS"] = choice;
      const asked = echo(openSync("/proc/self/ns/net", "r"), parseIpv4(address), 0.2);
      return await asked.then(
        ({ answered }) => (answered ? "reply" : "no reply"),
        () => "ping cannot be run",
      );
    },
    choice,
    address,
  );
  expect(seen).toBe(became);
});
