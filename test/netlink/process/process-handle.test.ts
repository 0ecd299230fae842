import { expect, test } from "bun:test";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";

import { tryLock } from "../../../lib/netlink/flock.ts";
import { processByInnerId } from "../../../lib/netlink/process/process-by-inner-id.ts";
import { openProcess } from "../../../lib/netlink/process/process-handle.ts";
import { identify, parentOf, processName } from "../../../lib/netlink/process/process-identity.ts";
import { processStart, processStartEver } from "../../../lib/netlink/process/process-start.ts";
import { linesOf } from "../../support/host/host-lines.ts";
import { UNSHARE } from "../../support/host/in-namespaces.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

/** A process that ends only by force */
function sleeper() {
  const running = Bun.spawn(["sleep", "600"]);
  return { running, start: processStart(running.pid) ?? "" };
}

test("a process is signalled by its handle, which tells when it has ended", async () => {
  const { running, start } = sleeper();
  using handle = openProcess(running.pid, start);
  expect(handle?.hasEnded()).toBe(false);
  handle?.signal("SIGTERM");
  await handle?.ended();
  expect(handle?.hasEnded()).toBe(true);
  await running.exited;
  expect(running.signalCode).toBe("SIGTERM");
  // It stands for that process for good: to signal it again reaches nobody
  handle?.signal("SIGKILL");
});

test("a process that started at another time is not the one that is meant", async () => {
  const { running, start } = sleeper();
  expect(openProcess(running.pid, `${Number(start) - 1}`)).toBeNull();
  running.kill("SIGKILL");
  await running.exited;
  expect(openProcess(running.pid, start)).toBeNull();
});

test("the first process of a process namespace has ended when all in there have", async () => {
  const argv = [...UNSHARE, "--pid", "--fork", "--kill-child", "bash", "-c", "sleep 600 & echo; wait"];
  const outer = Bun.spawn(argv, { stdio: ["ignore", "pipe", "ignore"] });
  await linesOf(outer.stdout).next();
  const childOf = async (pid: number) => Number(await Bun.file(`/proc/${pid}/task/${pid}/children`).text());
  const first = await childOf(outer.pid);
  const inner = await childOf(first);
  expect(parentOf(inner)).toBe(first);
  using handle = openProcess(first, processStart(first) ?? "");
  handle?.signal("SIGKILL");
  await handle?.ended();
  expect(processStart(inner)).toBeNull();
  await outer.exited;
});

test("a process of a namespace below is found by its id in there and its network", async () => {
  const argv = [...UNSHARE, "--pid", "--fork", "--kill-child", "bash", "-c", "sleep 600 & echo $!; wait"];
  const two = [
    Bun.spawn(argv, { stdio: ["ignore", "pipe", "ignore"] }),
    Bun.spawn(argv, { stdio: ["ignore", "pipe", "ignore"] }),
  ];
  for (const { stdout, pid } of two) {
    const { value } = await linesOf(stdout).next();
    const first = Number(await Bun.file(`/proc/${pid}/task/${pid}/children`).text());
    const { network } = identify(first);
    const found = processByInnerId(Number(value), network ?? "");
    expect(found === null ? null : parentOf(found)).toBe(first);
    expect(processByInnerId(Number(value), "0:0")).toBeNull();
  }
  for (const { pid } of two) process.kill(pid, "SIGKILL");
});

test("of a process that has ended and waits for its parent only the start is still there", async () => {
  const argv = ["sh", "-c", "sleep 600 & echo $!; exec sleep 600"];
  const parent = Bun.spawn(argv, { stdio: ["ignore", "pipe", "ignore"] });
  const child = Number((await linesOf(parent.stdout).next()).value);
  // From now on it collects nobody
  while (processName(parent.pid) !== "sleep") await Bun.sleep(2);
  const start = processStart(child);
  process.kill(child, "SIGKILL");
  while (processStart(child) !== null) await Bun.sleep(2);
  expect(processStartEver(child)).toBe(start);
  parent.kill();
});

test("a lock is one's own until the descriptor is closed, or its process is killed", async () => {
  const file = join(emptyFolder(), "lock");
  const [one, other] = [openSync(file, "a"), openSync(file, "a")];
  expect(tryLock(one, "exclusive")).toBe(true);
  expect(tryLock(other, "shared")).toBe(false);
  closeSync(one);
  expect(tryLock(other, "shared")).toBe(true);
  const third = openSync(file, "a");
  expect(tryLock(third, "shared")).toBe(true);
  expect(tryLock(third, "exclusive")).toBe(false);
  closeSync(other);
  closeSync(third);

  const holder = Bun.spawn(["flock", file, "sh", "-c", "echo; exec sleep 600"], {
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  await linesOf(holder.stdout).next();
  const waiting = openSync(file, "a");
  expect(tryLock(waiting, "exclusive")).toBe(false);
  process.kill(-holder.pid, "SIGKILL");
  await holder.exited;
  while (!tryLock(waiting, "exclusive")) await Bun.sleep(2);
  closeSync(waiting);
});
