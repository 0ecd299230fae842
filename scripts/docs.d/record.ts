/**
 * Runs the demonstrations of the article's errors, and records their output.
 *
 * @module
 */
import { join } from "node:path";

import { argumentsOf, type Demonstration, demonstrationOf, isPossible, recordingPath } from "./demonstrations.ts";
import { stable } from "./stable.ts";
import { errata } from "./errata.ts";

const PROJECT = join(import.meta.dir, "../..");

/** The number of concurrent runs, which mostly wait */
const AT_A_TIME = 4;

/** Records those that can run here; returns the others, which keep their earlier recordings */
export async function recordAll(): Promise<readonly Demonstration[]> {
  const all = await Promise.all(errata().map(demonstrationOf));
  const waiting = all.filter(isPossible);
  const recordNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await record(next);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, recordNext));
  return all.filter((demonstration) => !isPossible(demonstration));
}

async function record(demonstration: Demonstration): Promise<void> {
  const running = Bun.spawn([join(PROJECT, "scripts/wirework"), ...argumentsOf(demonstration, PROJECT)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  if (status !== 0) throw new Error(`${demonstration.file} ended with ${status}: ${stderr}`);
  await Bun.write(recordingPath(demonstration), stable(stdout));
}
