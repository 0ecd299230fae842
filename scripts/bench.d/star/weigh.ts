/**
 * Measures what a star costs beside time.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import type { OpenHost } from "../../../lib/hosts/open-host.ts";
import { descendants, type Memory, memoryOf } from "../process-tree.ts";
import { buildStar, type Onlooker } from "./build.ts";
import type { Contender } from "./contender.ts";
import type { Driver } from "./driver.ts";
import { kernelMemory } from "./kernel-memory.ts";

/** Memory in bytes, and numbers of processes */
export interface Weight extends Memory {
  /** The growth of the kernel's memory; the whole machine's, so it includes noise */
  readonly kernel: number;
  /** The largest number of processes at the same moment */
  readonly atOnce: number;
  /** Processes and threads that were started to build it */
  readonly started: number;
}

/**
 * The sampling interval in milliseconds, and the largest share of time for sampling: a thousand processes
 * take a while
 */
const POLL = 20;
const SHARE = 0.05;

/** Builds a star once, and samples it */
export async function weighStar(contender: Contender, count: number): Promise<Weight> {
  let weight: Weight = { rss: 0, pss: 0, kernel: 0, atOnce: 0, started: 0 };
  let look = () => {};
  let next = 0;
  let kernelBefore = 0;
  let startedBefore = 0;
  const onlooker: Onlooker = {
    before: (host, driver) => {
      look = () => (weight = larger(weight, processesOf(host, driver)));
      kernelBefore = kernelMemory();
      startedBefore = startedOn(host);
    },
    meanwhile: {
      every: POLL,
      look: () => {
        const began = performance.now();
        if (began < next) return;
        look();
        next = performance.now() + (performance.now() - began) / SHARE;
      },
    },
    after: (host) => {
      // One of them is the sampling process
      const started = startedOn(host) - startedBefore - 1;
      look();
      weight = { ...weight, started, kernel: kernelMemory() - kernelBefore };
    },
  };
  await buildStar(contender, count, onlooker);
  return weight;
}

/** Lists all processes of a host except its holder, and those that entered it */
function processesOf({ holder }: OpenHost, driver: Driver): readonly number[] {
  return [holder.pid, driver.pid].flatMap((root) => descendants(root).filter((pid) => pid !== root));
}

function larger(weight: Weight, pids: readonly number[]): Weight {
  const { rss, pss } = memoryOf(pids);
  return {
    ...weight,
    rss: Math.max(weight.rss, rss),
    pss: Math.max(weight.pss, pss),
    atOnce: Math.max(weight.atOnce, pids.length),
  };
}

/**
 * Counts the processes and threads that a host has had: the kernel counts ids up, and reuses none before it
 * wraps around
 */
function startedOn(host: OpenHost): number {
  return Number(Bun.spawnSync(host.enter(["sh", "-c", "echo $$"]), { env: HOST_ENVIRONMENT }).stdout.toString());
}
