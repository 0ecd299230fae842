/** Files that are watched. */
import { afterAll, expect, test } from "bun:test";
import { appendFileSync, mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FileChanges } from "../../lib/netlink/inotify.ts";

const folder = mkdtempSync(join(tmpdir(), "wirework-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function newFile(name: string): string {
  const file = join(folder, name);
  writeFileSync(file, "");
  return file;
}

/** How many descriptors this process has of it */
function watches(): number {
  const links = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return links.filter((link) => link.includes("inotify")).length;
}

test.each([
  ["what is added", (file: string) => appendFileSync(file, "more")],
  ["what is cut off", (file: string) => truncateSync(file)],
])("%s to any of them is told", async (what, change) => {
  const files = [newFile(`${what}, one`), newFile(`${what}, other`)];
  appendFileSync(files[1] ?? "", "something");
  using changes = new FileChanges(files);
  change(files[1] ?? "");
  const told = changes.next().then(() => "told");
  expect(await told).toBe("told");
});

test("a change while nobody waits is not lost", async () => {
  const file = newFile("early");
  using changes = new FileChanges([file]);
  for (let n = 0; n < 100; n += 1) {
    appendFileSync(file, "x");
    await changes.next();
  }
});

test("who waits can be woken", async () => {
  using changes = new FileChanges([newFile("still")]);
  const waiting = changes.next();
  changes.wake();
  await waiting;
});

test("a file that is not there is looked at by itself", async () => {
  using changes = new FileChanges([join(folder, "missing")]);
  await changes.next();
});

test("nothing is left of it", async () => {
  const before = watches();
  const changes = new FileChanges([newFile("ended")]);
  expect(watches()).toBeGreaterThan(before);
  changes[Symbol.dispose]();
  for (const deadline = Date.now() + 5000; watches() > before && Date.now() < deadline;) await Bun.sleep(1);
  expect(watches()).toBe(before);
});
