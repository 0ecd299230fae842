/** Files that are watched. */
import { afterAll, expect, test } from "bun:test";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
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

/** Whether this process watches a file: proc_pid_fdinfo(5) tells its number */
function isWatched(file: string): boolean {
  const watch = new RegExp(`^inotify wd:\\S+ ino:${statSync(file).ino.toString(16)} `, "m");
  return readdirSync("/proc/self/fdinfo").some((fd) => {
    try {
      return watch.test(readFileSync(`/proc/self/fdinfo/${fd}`, "utf8"));
    } catch {
      return false; // closed meanwhile
    }
  });
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
  const file = newFile("ended");
  const changes = new FileChanges([file]);
  expect(isWatched(file)).toBe(true);
  changes[Symbol.dispose]();
  for (const deadline = Date.now() + 5000; isWatched(file) && Date.now() < deadline;) await Bun.sleep(1);
  expect(isWatched(file)).toBe(false);
});
