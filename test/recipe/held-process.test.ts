import { afterEach, describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import type { Subprocess } from "bun";

import { holdProcess } from "../../lib/recipe/held-process.ts";
import type { Pid } from "../../lib/values/pid.ts";
import { namespacesFor } from "../support/host/in-namespaces.ts";

const ended = (id: number | string) => `process ${id} has ended since its id was looked up`;

const inNamespaces = namespacesFor(import.meta.dir);

const started: Subprocess[] = [];
afterEach(() => started.splice(0).forEach((running) => running.kill("SIGKILL")));

/** A process that runs until it is killed */
function idler() {
  const running = Bun.spawn(["sleep", "600"]);
  started.push(running);
  return { pid: running.pid as Pid, end: () => (running.kill("SIGKILL"), running.exited) }; // the kernel's own word
}

/** Lines that would do something with a process, `PID` */
const LINES = [
  "ip link set A netns PID",
  "sudo ip link set A netns PID",
  "sudo -n ip netns exec PID ip link",
  "sudo ln -s /proc/PID/ns/net /var/run/netns/PID",
  "nsenter --net=/proc/PID/ns/net ip link",
  "kill -9 PID",
  "sh -c PID",
];

/** Lines that only name it, or are about a container's own ids */
const HARMLESS = [
  "sudo rm /var/run/netns/PID",
  "ls -l /proc/PID",
  "readlink /var/run/netns/PID",
  "echo PID",
  "printf %s PID",
  "ps -p PID",
  "find /proc/PID",
  "sudo test -e /proc/PID",
  "unlink /var/run/netns/PID",
  "sudo docker exec web kill PID",
];

const wordsOf = (line: string, pid: number) => line.replaceAll("PID", String(pid)).split(" ");

describe("a process id", () => {
  test.each(LINES)("is of use while its process runs, and not after: %s", async (line) => {
    const { pid, end } = idler();
    const held = holdProcess(pid);
    expect(held.objection(wordsOf(line, pid))).toBeNull();
    await end();
    expect(held.objection(wordsOf(line, pid))).toEqual({
      reason: ended(pid),
      cause: "its container was stopped or restarted: an id is valid only while its process runs",
      tryThis: "look up the process id again while the container runs: docker inspect -f '{{.State.Pid}}' $container",
    });
  });

  test.each(HARMLESS)("may be named at any time: %s", async (line) => {
    const { pid, end } = idler();
    const held = holdProcess(pid);
    await end();
    expect(held.objection(wordsOf(line, pid))).toBeNull();
  });

  test("of a process that had ended before it was looked up is of no use", async () => {
    const { pid, end } = idler();
    await end();
    expect(holdProcess(pid).objection(["kill", String(pid)])?.reason).toBe(
      `process ${pid} had ended already when its id was looked up`,
    );
  });

  test("of a process that nobody has asked for its end yet is of no use", async () => {
    // The shell becomes a program that never collects its child
    const parent = Bun.spawn(["sh", "-c", "sleep 600 & echo $!; exec sleep 600"], { stdout: "pipe" });
    started.push(parent);
    const { value } = await parent.stdout.getReader().read();
    const pid = Number(Buffer.from(value ?? []).toString()) as Pid;
    const held = holdProcess(pid);
    process.kill(pid, "SIGKILL");
    const stat = `/proc/${pid}/stat`;
    while (existsSync(stat) && !/\) Z /.test(readFileSync(stat, "utf8"))) await Bun.sleep(1);
    expect(held.objection(["kill", String(pid)])?.reason).toBe(ended(pid));
  });

  test("that the kernel has given to another process is of no use", () => {
    const namespaces = ["unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "--mount-proc"];
    const script = `${import.meta.dir}/recycle-id.ts`;
    const { stdout, stderr } = Bun.spawnSync([...namespaces, process.execPath, "--no-env-file", script]);
    expect(stderr.toString()).toBe("");
    expect(stdout.toString()).toBe(`${ended("ID")}, and another process has that id now (sleep)\n`);
  });

  test("of a process that went to another network is of no use", async () => {
    const reasons = await inNamespaces(async () => {
      const { holdProcess: hold } = await import("../../lib/recipe/held-process.ts");
      const running = Bun.spawn(["sh", "-c", "read -r _; exec unshare --net sleep 600"], { stdin: "pipe" });
      const held = hold(running.pid as never); // a process id, though its type is not to be had in here
      const line = ["kill", String(running.pid)];
      const before = held.objection(line);
      running.stdin.write("\n");
      await running.stdin.flush();
      const { readlinkSync } = await import("node:fs");
      const home = readlinkSync("/proc/self/ns/net");
      while (readlinkSync(`/proc/${running.pid}/ns/net`) === home) await Bun.sleep(1);
      const after = held.objection(line);
      running.kill("SIGKILL");
      return [before, after?.reason.replace(String(running.pid), "ID")];
    });
    expect(reasons).toEqual([null, "process ID has moved to another network since its id was looked up"]);
  });
});
