/**
 * The peak memory of a program and its descendants.
 *
 * @module
 */
import { descendants, type Memory, memoryOf } from "./process-tree.ts";

const POLL_MILLISECONDS = 3;

/**
 * Runs a program to its end, samples its processes every few milliseconds, and returns the largest sums.
 *
 * This Bun also shares pages with the program, which lowers the proportional part: the true value lies
 * between the two figures.
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
