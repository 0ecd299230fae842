/**
 * When a Docker host ends, and what is left of it: nothing.
 */
import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

import { hierarchies } from "../../../lib/hosts/docker/cgroups.ts";
import { Mark } from "../../support/mark.ts";
import { fileWith } from "../../support/recipe-file.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { startWirework, wirework } from "../../support/wirework.ts";

const ROOT = { name: "root", prefix: [] } as const;

/** A recipe that comes to an end only by force, with a container that runs */
const ENDLESS = fileWith(
  `import { recipe } from "wirework";
   export default recipe({ summary: "Never end", options: {}, permissions: { run: ["docker"] }, async run({ $ }) {
     await $\`docker run -d --name web base sleep 600\`;
     await $\`docker ps\`;
     await Bun.sleep(600_000);
   } });`,
  "endless.ts",
);

/** A recipe that leaves a container that is paused */
const PAUSED = fileWith(
  `import { recipe } from "wirework";
   export default recipe({ summary: "Pause", options: {}, permissions: { run: ["docker"] }, async run({ $ }) {
     await $\`docker run -d --name web base sleep 600\`;
     await $\`docker pause web\`;
   } });`,
  "paused.ts",
);

/** Runs it until its container runs */
async function startEndless() {
  const mark = new Mark();
  const run = startWirework(ROOT, ["run", ENDLESS, "--on", "docker"], { environment: mark.environment });
  const reader = run.stdout.getReader();
  for (let text = ""; !text.includes("NAMES");) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`Cannot start the recipe: ${await run.stderr.text()}`);
    text += Buffer.from(value).toString();
  }
  reader.releaseLock();
  const [{ pid: outer } = { pid: 0 }] = mark.processes().filter(({ command }) => command.includes("main.ts run"));
  return { run, mark, outer, cgroups: cgroupsOf(holderBelow(outer)) };
}

/** The first process of the host: the child of a child of the outer one that is the first one somewhere */
function holderBelow(outer: number): number {
  const status = (pid: string) =>
    existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((pid) => [Number(pid), Number(/^PPid:\t(\d+)$/m.exec(status(pid))?.[1])]));
  const holder = pids.find((pid) => {
    const isFirst = new RegExp(`^NSpid:\t${pid}\t1$`, "m").test(status(pid));
    return isFirst && parents.get(parents.get(Number(pid)) ?? 0) === outer;
  });
  if (holder === undefined) throw new Error(`Cannot find the holder below ${outer}`);
  return Number(holder);
}

function cgroupsOf(holder: number): readonly string[] {
  return hierarchies().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => new RegExp(`^wirework-\\d+-${holder}-`).test(name))
      .map((name) => join(folder, name)),
  );
}

function stillThere(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => existsSync(path));
}

describeOnDocker("a Docker host", () => {
  test("a run leaves the machine as it was", async () => {
    const before = takeSnapshot();
    const mark = new Mark();
    const { status, stderr } = await wirework(ROOT, ["run", "point-to-point", "--on", "docker"], {
      environment: mark.environment,
    });
    expect({ status, stderr, left: mark.processes() }).toEqual({ status: 0, stderr: "", left: [] });
    expect(takeSnapshot()).toEqual(before);
  });

  test("a container that is paused ends with it", async () => {
    const before = takeSnapshot();
    const mark = new Mark();
    const { status, stderr } = await wirework(ROOT, ["run", PAUSED, "--on", "docker"], {
      environment: mark.environment,
    });
    expect({ status, stderr, left: mark.processes() }).toEqual({ status: 0, stderr: "", left: [] });
    expect(takeSnapshot()).toEqual(before);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s ends a run with %d, silent, and nothing is left", async (signal, status) => {
    const before = takeSnapshot();
    const { run, mark, outer, cgroups } = await startEndless();
    expect(cgroups).not.toBeEmpty();
    process.kill(outer, signal);
    expect(await run.exited).toBe(status);
    expect(mark.processes()).toEqual([]);
    expect(stillThere(cgroups)).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
    expect(await run.stderr.text()).toBe("");
  });

  test("kill -9 leaves cgroups with nothing in them, and the next run removes them", async () => {
    const before = takeSnapshot();
    const { run, mark, outer, cgroups } = await startEndless();
    process.kill(outer, "SIGKILL");
    await run.exited;
    expect(await mark.goneWithin(3000)).toBe(true);
    const left = stillThere(cgroups);
    expect(left).toEqual(cgroups);
    for (const folder of left) expect(readFileSync(join(folder, "cgroup.procs"), "utf8")).toBe("");
    expect((await wirework(ROOT, ["run", "point-to-point", "--on", "docker"])).status).toBe(0);
    expect(stillThere(cgroups)).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("the machine's own cgroups and settings are out of reach", async () => {
    const recipe = fileWith(
      `import { recipe } from "wirework";
     export default recipe({ summary: "Try", options: {}, permissions: { run: ["sh"] }, async run({ $ }) {
       for (const line of ["ls -d /sys/fs/cgroup/wirework* /sys/fs/cgroup/*/wirework*", "echo x >/proc/sys/kernel/core_pattern", "echo h >/proc/sysrq-trigger"]) {
         let refused = false;
         try { await $\`sh -c \${line}\`; } catch { refused = true; }
         if (!refused) throw new Error(line + " was not refused");
       }
     } });`,
      "out-of-reach.ts",
    );
    const before = takeSnapshot();
    const { status, stderr } = await wirework(ROOT, ["run", recipe, "--on", "docker"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(takeSnapshot()).toEqual(before);
  });

  test("every namespace but the user's is the host's own", async () => {
    const recipe = fileWith(
      `import { recipe } from "wirework";
     export default recipe({ summary: "Show", options: {}, permissions: { run: ["readlink"] }, async run({ $ }) {
       await $\`readlink /proc/self/ns/net /proc/self/ns/mnt /proc/self/ns/pid /proc/self/ns/uts /proc/self/ns/ipc\`;
     } });`,
      "namespaces.ts",
    );
    const { stdout } = await wirework(ROOT, ["run", recipe, "--on", "docker"]);
    const own = stdout.match(/\w+:\[\d+\]/g) ?? [];
    expect(own).toHaveLength(5);
    const ours = ["net", "mnt", "pid", "uts", "ipc"].map((kind) => readlinkSync(`/proc/self/ns/${kind}`));
    expect(own.filter((name) => ours.includes(name))).toEqual([]);
  });
});
