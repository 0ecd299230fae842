/**
 * Runs without end, up and down: nothing on the machine grows with them. Only with `scripts/test --full`.
 */
import { describe, expect, test } from "bun:test";
import { chmodSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

import { bySize, SIZE } from "../support/size.ts";
import { Mark } from "../support/mark.ts";
import { readableProject } from "../support/project.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { type User, users } from "../support/machine/users.ts";
import { BARE_FOR_BUN, wirework } from "../support/wirework.ts";
import { atATime } from "../support/at-a-time.ts";

/** As each user */
const RUNS = bySize({ quick: 0, full: 90, all: 300 });

/** What one thing a run would come to is three times as much; what other tests do meanwhile is less */
const NOISE = RUNS / 3;

const TEN_MINUTES = 600_000;
const FOUR_MINUTES = 240_000;

/** How much of the machine is in use */
interface Usage {
  readonly openFiles: number;
  readonly processes: number;
  /** Those that processes are in, and those that the kernel keeps, where it says so */
  readonly namespaces: number;
  readonly keptNetworks: number;
  readonly temporaryFiles: number;
}

function usage(): Usage {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const namespaces = new Set(
    pids.flatMap((pid) => ["net", "mnt", "pid", "user"].map((kind) => link(`/proc/${pid}/ns/${kind}`))),
  );
  const [, networks = "0"] = /^net_namespace +(\d+) /m.exec(content("/proc/slabinfo")) ?? [];
  return {
    openFiles: Number(content("/proc/sys/fs/file-nr").split("\t")[0]),
    processes: pids.length,
    namespaces: namespaces.size,
    keptNetworks: Number(networks),
    temporaryFiles: ["/tmp", "/run", "/dev/shm"].flatMap((folder) => readdirSync(folder)).length,
  };
}

/** What has grown by more than the noise */
function growthSince(before: Usage): readonly string[] {
  const now = usage();
  const names = Object.keys(now) as (keyof Usage)[];
  return names
    .filter((name) => now[name] - before[name] > NOISE)
    .map((name) => `${name}: ${before[name]}, ${now[name]}`);
}

/** The kernel takes namespaces down some time after their last process; and other tests have some thousands of them for a while */
async function lastingGrowthSince(before: Usage): Promise<readonly string[]> {
  const deadline = performance.now() + FOUR_MINUTES;
  for (;;) {
    const growth = growthSince(before);
    if (growth.length === 0 || performance.now() > deadline) return growth;
    await Bun.sleep(100);
  }
}

function content(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

/** Opens and closes as many sandboxes in one process; its open files and its memory when a tenth of them are done, and in the end */
const IN_ONE_PROCESS = `
  import { readdirSync } from "node:fs";
  import { openSandbox } from "PROJECT/lib/hosts/sandbox/open.ts";
  const used = () => ({ files: readdirSync("/proc/self/fd").length, megabytes: process.memoryUsage.rss() / 2 ** 20 });
  const told = [];
  for (let run = 1; run <= ${RUNS}; run++) {
    { await using host = await openSandbox([process.execPath]); }
    if (run === ${RUNS / 10} || run === ${RUNS}) { Bun.gc(true); told.push(used()); }
  }
  console.log(JSON.stringify(told));`;

function testSoak(user: User): void {
  test(
    `${RUNS} runs leave nothing behind that adds up`,
    async () => {
      const home = emptyFolder();
      chmodSync(home, 0o777);
      const mark = new Mark();
      const run = () =>
        wirework(user, ["run", "point-to-point", "--quiet"], { environment: { ...mark.environment, HOME: home } });
      await run();
      const [snapshot, before] = [takeSnapshot(), usage()];
      const ended = await atATime(3, Array.from({ length: RUNS }), run);
      expect(ended.filter(({ status, stderr }) => status !== 0 || stderr !== "")).toEqual([]);
      expect(mark.processes()).toEqual([]);
      expect(readdirSync(home)).toEqual([]);
      expect(takeSnapshot()).toEqual(snapshot);
      expect(await lastingGrowthSince(before)).toEqual([]);
    },
    TEN_MINUTES,
  );

  test(
    `${RUNS} sandboxes that one process opens leave it as it was`,
    async () => {
      const before = usage();
      const script = IN_ONE_PROCESS.replace("PROJECT", readableProject());
      const running = Bun.spawn([...user.prefix, process.execPath, "--no-env-file", "--eval", script], {
        cwd: "/",
        env: BARE_FOR_BUN,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [early, late] = JSON.parse(await running.stdout.text()) as { files: number; megabytes: number }[];
      if (early === undefined || late === undefined) throw new Error("Cannot compare: the process said nothing");
      expect(late.files - early.files).toBeLessThan(NOISE);
      expect(late.megabytes - early.megabytes).toBeLessThan(30);
      expect(await lastingGrowthSince(before)).toEqual([]);
    },
    TEN_MINUTES,
  );
}

if (SIZE !== "quick") describe.each(users)("as $name", testSoak);
