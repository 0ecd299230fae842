/**
 * The memory of a program and all that it starts, at the moment when it is largest.
 *
 * @module
 */
import { descendants, type Memory, memoryOf } from "./process-tree.ts";

const POLL_MILLISECONDS = 3;

/**
 * Runs a program to its end, and looks at its processes every few milliseconds; the largest sums that were seen.
 *
 * This Bun shares pages with the program's as well, which lowers
 * their proportional part: the truth lies between the two figures.
 */
export async function peakMemory(argv: readonly string[]): Promise<Memory> {
  const running = Bun.spawn([...argv], { stdio: ["ignore", "ignore", "ignore"] });
  let peak: Memory = { rss: 0, pss: 0 };
  while (running.exitCode === null && running.signalCode === null) {
    const now = memoryOf(descendants(running.pid));
    peak = { rss: Math.max(peak.rss, now.rss), pss: Math.max(peak.pss, now.pss) };
    await Bun.sleep(POLL_MILLISECONDS);
  }
  return peak;
}
