/**
 * Runs of recipes that are killed at a command, and what is left of each.
 */
import { HOST_KINDS, type ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { linesOf } from "../support/host/host-lines.ts";
import { Mark } from "../support/mark.ts";
import { readableProject } from "../support/project.ts";
import type { Reached, Side, Stop } from "../support/terminal/stop-at-command.ts";
import type { User } from "../support/machine/users.ts";
import { BARE_FOR_BUN } from "../support/wirework.ts";
import { leftOf } from "./left.ts";
import { MODULES, stoppingRecipe } from "./stopping-recipe.ts";
import { runnerKilled } from "../support/messages.ts";

/** Who is killed, at which side of a command */
export interface Kill {
  readonly victim: "runner" | "outer";
  readonly side: Side;
}

/** What all the runs have in common */
export interface Runs {
  readonly user: User;
  readonly on: ThrowAwayKind;
  readonly recipe: string;
}

/** Runs a recipe to its end; how many commands it typed */
export async function countCommands(runs: Runs): Promise<number> {
  const { running, reached } = await start(runs, { side: "before", command: NEVER, how: "waiting" });
  if ((await running.exited) !== 0) throw new Error(`Cannot count the commands: ${await running.stderr.text()}`);
  return reached.count;
}

/** No recipe has so many */
const NEVER = 1_000_000;

/** What became of a run that was killed */
export interface Killed {
  /** What is left, or was not as promised, in words */
  readonly problems: readonly string[];
  readonly reached: Reached;
}

/** Runs a recipe up to a command, and kills */
export async function killAt(runs: Runs, command: number, { victim, side }: Kill): Promise<Killed> {
  const { running, reached, mark } = await start(runs, {
    side,
    command,
    how: victim === "runner" ? "killed" : "waiting",
  });
  if (victim === "outer") running.kill("SIGKILL");
  await running.exited;
  const problems = [
    ...(await leftOf(runs.on, reached, mark)).map((process) => `${process} is left`),
    ...(await unexpectedEnd(runs, victim, running)),
  ];
  return { problems: problems.map((problem) => `${victim} killed ${side} command ${command}: ${problem}`), reached };
}

type Running = Awaited<ReturnType<typeof start>>["running"];

async function unexpectedEnd(
  { on }: Runs,
  victim: Kill["victim"],
  { exitCode, signalCode, stderr }: Running,
): Promise<readonly string[]> {
  if (victim === "outer") return signalCode === "SIGKILL" ? [] : [`it ended with ${exitCode}`];
  const said = await stderr.text();
  const told = `wirework: ${runnerKilled(HOST_KINDS[on])}\n`;
  return exitCode === 1 && said === told ? [] : [`the run ended with ${exitCode}, saying ${said}`];
}

/** Runs a recipe until its runner has stopped */
export async function start({ user, on, recipe }: Runs, stop: Stop) {
  const mark = new Mark();
  const project = readableProject();
  const main = [process.execPath, "--no-env-file", "--no-install", "--config=/dev/null", `${project}/lib/cli/main.ts`];
  const running = Bun.spawn([...user.prefix, ...main, "run", stoppingRecipe(recipe, stop), `--on=${on}`, "--quiet"], {
    cwd: "/",
    env: { ...BARE_FOR_BUN, ...MODULES, ...mark.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { value } = await linesOf(running.stdout).next();
  if (typeof value !== "string") throw new Error(`Cannot run ${recipe}: ${await running.stderr.text()}`);
  return { running, mark, reached: JSON.parse(value) as Reached }; // what stopAt() says
}
