/**
 * Compares a recipe's lines on a running Docker with the same lines as a bash script.
 *
 * @module
 */
import { join } from "node:path";

import { openThrowAway } from "../../lib/cli/run/open-throw-away.ts";
import { BUN_COMMAND, PROJECT } from "../../lib/cli/self.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import type { Subject, Timings } from "./compare.ts";

const INSIDE = join(import.meta.dir, "live-engine-inside.ts");

/** Times both on one Docker host, in turns */
export async function timeOnLiveEngine(ours: Subject, bash: Subject, rounds: number): Promise<Timings> {
  const file = join(PROJECT, "recipes/point-to-point.ts");
  const { host: opened, job } = await openThrowAway({ on: "docker", file, archives: [], lab: null });
  await using host = opened;
  const running = Bun.spawn(host.enter([...BUN_COMMAND, INSIDE, JSON.stringify(job), `${rounds}`]), {
    env: HOST_ENVIRONMENT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const took = JSON.parse(await running.stdout.text()) as { ours: number[]; bash: number[] }; // Printed by the script
  return new Map([
    [ours, took.ours],
    [bash, took.bash],
  ]);
}
