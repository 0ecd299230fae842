/**
 * Runs on a Docker host that are stopped while it begins, or whose reader goes: nothing is left. For a sandbox see
 * `test/cli/stopped.test.ts`.
 */
import { expect, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { hierarchies } from "../../lib/hosts/docker/cgroups.ts";
import { Mark } from "../support/mark.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { startWirework } from "../support/wirework.ts";
import { isBelow } from "./holder.ts";

type Run = ReturnType<typeof startWirework>;

/** A run from its very beginning, and the cgroups that it has had */
class WatchedRun {
  readonly mark = new Mark();
  readonly run: Run;
  readonly #cgroups = new Set<string>();

  constructor(...options: readonly string[]) {
    const args = ["run", "point-to-point", "--on=docker", ...options];
    this.run = startWirework({ name: "root", prefix: [] }, args, { environment: this.mark.environment });
  }

  /** Waits for its end, or for so many milliseconds */
  async watch(milliseconds = Infinity): Promise<void> {
    const deadline = performance.now() + milliseconds;
    while (!this.#hasEnded && performance.now() < deadline) {
      for (const cgroup of hostCgroups()) if (isBelow(holderOf(cgroup), this.run.pid)) this.#cgroups.add(cgroup);
      await Bun.sleep(5);
    }
  }

  get #hasEnded(): boolean {
    return this.run.exitCode !== null || this.run.signalCode !== null;
  }

  /** All that is left of it, once its own processes had time to end: a killed launcher's subshell outlives it briefly */
  async left(): Promise<readonly unknown[]> {
    await this.mark.goneWithin(10_000);
    return [...this.mark.processes(), ...[...this.#cgroups].filter((cgroup) => existsSync(cgroup))];
  }

  get hadCgroups(): boolean {
    return this.#cgroups.size > 0;
  }
}

/** Of all hosts, other tests' included */
function hostCgroups(): readonly string[] {
  return hierarchies().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith("wirework-"))
      .map((name) => join(folder, name)),
  );
}

function holderOf(cgroup: string): number {
  return Number(/wirework-\d+-(\d+)-/.exec(cgroup)?.[1]);
}

describeOnDocker("on a Docker host", () => {
  test.each([10, 40, 80, 120, 160, 200, 250, 300, 400, 500, 600, 800, 1000, 1200])(
    "SIGTERM after %d ms ends a run with 143, silent",
    async (delay) => {
      const before = takeSnapshot();
      const watched = new WatchedRun();
      await watched.watch(delay);
      watched.run.kill("SIGTERM");
      await watched.watch();
      expect(await watched.run.exited).toBe(143);
      expect(await watched.left()).toEqual([]);
      expect(takeSnapshot()).toEqual(before);
      expect(await watched.run.stderr.text()).toBe("");
    },
  );

  test("a run that is left alone has cgroups, which are seen here", async () => {
    const watched = new WatchedRun("--quiet");
    await watched.watch();
    expect(watched.hadCgroups).toBe(true);
    expect(await watched.left()).toEqual([]);
  });

  test.each([1, 30])("an output that is closed after %d lines ends it with 141, silent", async (lines) => {
    const before = takeSnapshot();
    const watched = new WatchedRun();
    const watching = watched.watch();
    await readLines(watched.run, lines);
    await watched.run.stdout.cancel();
    await watching;
    expect(await watched.run.exited).toBe(141);
    expect(await watched.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
    expect(await watched.run.stderr.text()).toBe("");
  });
});

async function readLines({ stdout }: Run, count: number): Promise<void> {
  const reader = stdout.getReader();
  let text = "";
  while (text.split("\n").length <= count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString();
  }
  reader.releaseLock();
}
