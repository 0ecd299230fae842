/** A snapshot shows what a program of ours leaves, and nothing that others do meanwhile. */
import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, rmdirSync } from "node:fs";
import { homedir } from "node:os";

import { linesOf } from "../host/host-lines.ts";
import { enterPrivateMachine, makePrivateMachine } from "../machine/private-machine.ts";
import { readableProject } from "../project.ts";
import { takeSnapshot } from "./snapshot.ts";

const isRoot = process.geteuid?.() === 0;

// The others' machine is a private one too: the real one stays unchanged
enterPrivateMachine();
const others = Bun.spawn(["sh"], { stdio: ["pipe", "pipe", "inherit"] });
const answers = linesOf(others.stdout);
afterAll(() => others.kill("SIGKILL"));
if (isRoot) makePrivateMachine();

/** Makes the others run a line; returns its exit status */
async function byOthers(line: string): Promise<string> {
  others.stdin.write(`{ ${line}; } </dev/null >/dev/null 2>&1; echo $?\n`);
  void others.stdin.flush();
  return (await answers.next()).value ?? "";
}

function run(line: string): number {
  return Bun.spawnSync(["sh", "-c", line], { stdio: ["ignore", "ignore", "ignore"] }).exitCode;
}

const WIREWORK = `${readableProject()}/scripts/wirework`;

const NAME = `snapshot-${process.pid}`;

test.each([
  `${WIREWORK} run point-to-point`,
  `${WIREWORK} up point-to-point --name ${NAME}`,
  `${WIREWORK} down ${NAME}`,
])("others run %s", async (line) => {
  const before = takeSnapshot();
  expect(await byOthers(line)).toBe("0");
  expect(takeSnapshot()).toEqual(before);
});

/** Lines, each with its undo */
const LINES: readonly (readonly [line: string, undo: string])[] = [
  ["ip link add snapshot type bridge", "ip link del snapshot"],
  ["ip addr add 10.1.0.1/24 dev lo", "ip addr del 10.1.0.1/24 dev lo"],
  ["ip route add 10.2.0.0/24 dev lo", "ip route del 10.2.0.0/24 dev lo"],
  ["iptables -A INPUT -i snapshot -j DROP", "iptables -D INPUT -i snapshot -j DROP"],
  ["touch /etc/snapshot", "rm /etc/snapshot"],
  ["mkdir /run/snapshot", "rmdir /run/snapshot"],
  ["mkdir /etc/default/snapshot", "rmdir /etc/default/snapshot"],
  ["ip netns add snapshot", "ip netns del snapshot"],
  ["mount -t tmpfs none /mnt", "umount /mnt"],
  ["echo 0 >/proc/sys/net/ipv4/ip_forward", "echo 1 >/proc/sys/net/ipv4/ip_forward"],
  ["hostname snapshot", "hostname other"],
];

if (isRoot) {
  describe.each(LINES)("%s", (line, undo) => {
    test("others are not seen to do it", async () => {
      const before = takeSnapshot();
      expect(await byOthers(line)).toBe("0");
      expect(takeSnapshot()).toEqual(before);
      expect(await byOthers(undo)).toBe("0");
    });

    test("what we do is seen", () => {
      run(undo.replace("other", "ours"));
      const before = takeSnapshot();
      expect(run(line)).toBe(0);
      expect(takeSnapshot()).not.toEqual(before);
      expect(run(undo)).toBe(0);
    });
  });
} else {
  test("what we leave at home is seen", () => {
    const before = takeSnapshot();
    const folder = `${homedir()}/${NAME}`;
    mkdirSync(folder);
    const after = takeSnapshot();
    rmdirSync(folder);
    expect(after).not.toEqual(before);
    expect(takeSnapshot()).toEqual(before);
  });
}
