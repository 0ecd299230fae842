/** Runs test files where a fault can do no harm; see `confined.sh`. */
import { join, relative } from "node:path";

import { type Copy, TEST_FOLDER } from "./copy.ts";

const SCRIPT = join(import.meta.dir, "confined.sh");
/** The path of a copy's folder in there */
const FOLDER = "/media/folder";

/** The result of a test file */
export interface Run {
  readonly ended: "passed" | "failed" | "timeout";
  readonly seconds: number;
}

const running = new Set<Bun.Subprocess>();

/** Runs a test file of a copy, up to its first failing test */
export async function runTests(copy: Copy, original: string, test: string, limitSeconds: number): Promise<Run> {
  const bun = process.execPath.startsWith(`${original}/`)
    ? join(FOLDER, "project", relative(original, process.execPath))
    : process.execPath;
  const line = [bun, "--no-env-file", "--config=/dev/null", "test", "--bail", "--timeout=300000", test];
  const begun = performance.now();
  const child = Bun.spawn([SCRIPT, copy.folder, ...line], {
    cwd: "/",
    env: { ...process.env, TMPDIR: join(FOLDER, TEST_FOLDER) },
    stdio: ["ignore", "ignore", "ignore"],
  });
  running.add(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill();
  }, limitSeconds * 1000);
  const status = await child.exited;
  clearTimeout(timer);
  running.delete(child);
  const ended = late ? "timeout" : status === 0 ? "passed" : "failed";
  return { ended, seconds: (performance.now() - begun) / 1000 };
}

/** Ends all running tests */
export async function stopTests(): Promise<void> {
  await Promise.all([...running].map((child) => (child.kill(), child.exited)));
}
