/**
 * Times a recipe's lines on a running Docker, and the same lines as a bash script, in turns.
 *
 *   bun live-engine-inside.ts JOB ROUNDS
 *
 * It runs on the Docker host that it boots in its namespaces, and prints two lists of milliseconds in JSON,
 * one entry per round.
 *
 * @module
 */
import { join } from "node:path";

import { BUILTINS } from "../../lib/builtins/builtin-table.ts";
import type { HostJob } from "../../lib/cli/run/job.ts";
import { startHost } from "../../lib/cli/run/start-host.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import { loadRecipe } from "../../lib/recipe/load.ts";
import type { Observer } from "../../lib/recipe/run/observer.ts";
import { runRecipe } from "../../lib/recipe/run/run-recipe.ts";
import { ENDING } from "../../lib/shell/failure/failures.ts";
import { AT_ONCE } from "../../lib/shell/pace.ts";
import { RealPerformer } from "../../lib/shell/perform.ts";
import { refusing } from "../../lib/shell/refusing.ts";

const SCRIPT = join(import.meta.dir, "live-engine.sh");

/** The article's first step, which starts two containers */
const STARTING = 1;

const job = JSON.parse(process.argv[2] ?? "") as HostJob; // Written by bench.ts
await startHost(job);
const performer = new RealPerformer({ builtins: BUILTINS[job.kind], environment: HOST_ENVIRONMENT });
const { recipe } = await loadRecipe("point-to-point");
const defaults = Object.fromEntries(Object.entries(recipe.options).map(([name, option]) => [name, option.default]));

const ours: number[] = [];
const bash: number[] = [];
for (let round = 0; round <= Number(process.argv[3]); round += 1) {
  const took = [await timeRecipe(), await timeScript()] as const;
  // The first round only warms up
  if (round === 0) continue;
  ours.push(took[0]);
  bash.push(took[1]);
}
console.log(JSON.stringify({ ours, bash }));
process.exit(0);

/** Times the recipe from the first line after the containers' start to the last line before the first check */
async function timeRecipe(): Promise<number> {
  let steps = 0;
  let began = Number.NaN;
  let ended = Number.NaN;
  let checked = false;
  const observer: Observer = {
    step: () => {
      if (steps === STARTING) began = performance.now();
      steps += 1;
    },
    announce: () => {},
    assign: () => {},
    named: () => {},
    typed: () => {},
    finished: () => {
      if (!checked) ended = performance.now();
    },
    checked: () => void (checked = true),
    wouldCheck: () => {},
    ended: () => {},
  };
  const undoing = refusing("allowed");
  const { failure } = await runRecipe(recipe, defaults, {
    performer,
    undoing,
    observer,
    pace: AT_ONCE,
    failures: ENDING,
  });
  if (failure !== null) throw failure;
  cleanUp();
  return ended - began;
}

async function timeScript(): Promise<number> {
  const ids = [start(), start()];
  const began = performance.now();
  run(["bash", SCRIPT, ...ids]);
  const took = performance.now() - began;
  cleanUp();
  return took;
}

function start(): string {
  return run(["docker", "run", "--detach", "--net=none", "base", "sleep", "600"]);
}

function cleanUp(): void {
  run(["docker", "rm", "--force", ...run(["docker", "ps", "--quiet"]).split("\n")]);
  run(["find", "-L", "/var/run/netns", "-type", "l", "-delete"]);
}

function run(argv: readonly string[]): string {
  const { exitCode, stdout, stderr } = Bun.spawnSync([...argv], { env: HOST_ENVIRONMENT });
  if (exitCode !== 0) throw new Error(`\`${argv.join(" ")}\` ended with ${exitCode}: ${stderr.toString()}`);
  return stdout.toString().trim();
}
