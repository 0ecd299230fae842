/**
 * What ping says, and what that proves. The real one where it can say it; a stand-in for what it says elsewhere.
 */
import { describe, expect, test } from "bun:test";

import { quote } from "../../../lib/shell/template/quote.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Pings from a new network, after some shell lines; what was seen, or the error */
function pinging(lines: string, address: string): Promise<unknown> {
  return inNamespaces(
    async (lines, address) => {
      const { openSync } = await import("node:fs");
      const { ping } = await import("../../../lib/recipe/checks/ping.ts");
      const { parseIpv4 } = await import("../../../lib/values/address/ipv4.ts");
      const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", lines]);
      if (!success) throw new Error(stderr.toString());
      try {
        return await ping(openSync("/proc/self/ns/net", "r"), parseIpv4(address), 0.2);
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    },
    lines,
    address,
  );
}

const UP = "ip link set lo up";

test("an answer is an answer", async () => {
  expect(await pinging(UP, "127.0.0.1")).toEqual({
    answered: true,
    seen: expect.stringMatching(/^64 bytes from 127\.0\.0\.1: /),
  });
});

test("silence is no answer", async () => {
  const dropping = `${UP}; iptables -A INPUT -p icmp -j DROP`;
  expect(await pinging(dropping, "127.0.0.1")).toEqual({ answered: false, seen: "no answer" });
});

test("an ICMP error is no answer, and is seen", async () => {
  const rejecting = `${UP}; iptables -A INPUT -p icmp --icmp-type echo-request -j REJECT --reject-with icmp-host-prohibited`;
  expect(await pinging(rejecting, "127.0.0.1")).toEqual({
    answered: false,
    seen: expect.stringMatching(/^From 127\.0\.0\.1 icmp_seq=1 Destination Host Prohibited$/),
  });
});

test("no route is no answer, and is seen", async () => {
  expect(await pinging("", "192.0.2.1")).toEqual({ answered: false, seen: "connect: Network is unreachable" });
});

/** Puts these lines of a shell script in the place of ping */
function saying(script: string): Promise<unknown> {
  const standIn = `
    mount -t tmpfs tmpfs /mnt
    printf '#!/bin/sh\\n%s\\n' ${quote(script)} >/mnt/ping
    chmod 755 /mnt/ping
    mount --bind /mnt/ping "$(command -v ping)"`;
  return pinging(standIn, "192.0.2.1");
}

test.each([
  [
    "its usage",
    "echo 'ping: usage error' >&2; exit 2",
    /^Error: `ping -n -c 1 -W 0\.2 192\.0\.2\.1` failed with exit status 2: ping: usage error$/,
  ],
  ["that it may not", "echo 'ping: socket: Permission denied' >&2; exit 2", / 2: ping: socket: Permission denied$/],
  ["nothing, and is killed", "kill -KILL $$", /^Error: `ping .*` .* 137\b/],
  ["nothing, and fails as if there were no answer", "exit 1", /^Error: `ping .*` .* 1\b/],
  ["success, without an answer", "exit 0", /^Error: `ping .*` .* 0\b/],
  ["that it can't be executed", "exit 126", /^Error: `ping .*` .* 126\b/],
])("a ping that says %s proves nothing", async (_what, script, message) => {
  expect(await saying(script)).toMatch(message);
});

describe("an ICMP error is seen, whatever it says, and is no silence:", () => {
  test.each([
    "Destination Net Unknown",
    "Frag needed and DF set (mtu = 1280)",
    "Source Route Failed",
    "Precedence Cutoff",
    "Time to live exceeded",
    "Redirect Host(New nexthop: 10.1.1.3)",
    "Parameter problem: pointer = 2",
  ])("%s", async (words) => {
    const line = `From 10.1.1.9 icmp_seq=1 ${words}`;
    const summary = "1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms";
    expect(await saying(`echo '${line}'; echo; echo '${summary}'; exit 1`)).toEqual({ answered: false, seen: line });
  });

  test("what the kernel says instead of sending is, too", async () => {
    const script =
      "echo 'ping: local error: message too long, mtu: 68' >&2; echo '1 packets transmitted, 0 received, +1 errors'; exit 1";
    expect(await saying(script)).toEqual({ answered: false, seen: "local error: message too long, mtu: 68" });
  });

  test("an answer after one is an answer", async () => {
    const script =
      "echo 'From 10.1.1.9 icmp_seq=1 Redirect Host(New nexthop: 10.1.1.3)'; echo '64 bytes from 192.0.2.1: icmp_seq=1'; exit 0";
    expect(await saying(script)).toEqual({ answered: true, seen: "64 bytes from 192.0.2.1: icmp_seq=1" });
  });
});

test("a ping that is not there proves nothing", async () => {
  const hiding = 'mount --bind /etc/hostname "$(command -v ping)"';
  expect(await pinging(hiding, "192.0.2.1")).toMatch(/^Error: .*ping/);
});
