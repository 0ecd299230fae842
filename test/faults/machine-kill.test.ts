/**
 * `kill -9` at lines of every recipe that runs on this machine itself: all of it is undone.
 */
import { afterAll, expect, test } from "bun:test";

import { Turns } from "../support/at-a-time.ts";
import { DisposableMachine } from "../support/machine/disposable-machine.ts";
import type { MachineKill } from "../support/machine/kill-on-machine.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { bySize, sample } from "../support/size.ts";
import { LONGEST_FIRST } from "../support/thorough.ts";
import { allUsers } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { problemsOfKill } from "./kill-on-machine.ts";

const KILLS = (["runner", "outer"] as const).flatMap((victim) =>
  (["intended", "done", "written"] as const).map((moment) => ({ victim, moment })),
);

const RECIPES = bySize({
  quick: sample("recipes killed on a machine", LONGEST_FIRST, 1),
  full: LONGEST_FIRST,
  all: LONGEST_FIRST,
});

/** So many places of a recipe */
const PLACES = bySize({ quick: 2, full: 2, all: 40 });

/** Each machine has an engine of its own, and serves one recipe after the other, as it is as before after each */
const turns = new Turns(4);
const idle: DisposableMachine[] = [];
afterAll(async () => void (await Promise.all(idle.map((machine) => machine[Symbol.asyncDispose]()))));

const HOUR = 3_600_000;

/** Where it is killed, and who: each line in each way, of which so many are drawn */
async function placesOf(recipe: string): Promise<readonly MachineKill[]> {
  const [root = { name: "self", prefix: [] }] = allUsers;
  const { stdout } = await wirework(root, ["run", recipe, "--dry-run", "--json"]);
  const { steps } = JSON.parse(stdout) as { readonly steps: readonly { readonly commands: readonly unknown[] }[] };
  const lines = steps.reduce((sum, { commands }) => sum + commands.length, 0);
  const all = Array.from({ length: lines }, (_, at) => KILLS.map((kill) => ({ ...kill, line: at + 1 }))).flat();
  return sample(`kills of ${recipe} on a machine`, all, PLACES);
}

async function testRecipe(recipe: string): Promise<void> {
  const machine = idle.pop() ?? (await DisposableMachine.open());
  const places = await placesOf(recipe);
  const problems: string[] = [];
  for (const place of places) problems.push(...(await problemsNear(machine, recipe, place)));
  if (problems.length === 0) idle.push(machine);
  else await machine[Symbol.asyncDispose]();
  expect(problems).toEqual([]);
}

/** Some lines have no such moment, as a terminal is done with its prompt; then an earlier one has, or one of the next */
async function problemsNear(machine: DisposableMachine, recipe: string, kill: MachineKill): Promise<readonly string[]> {
  const earlier = [1, 2, 4, 8, 16].map((part) => Math.floor(kill.line / part)).filter((line) => line > 0);
  const next = [1, 2, 3, 4, 5, 6].map((lines) => kill.line + lines);
  for (const line of [...earlier, ...next]) {
    const found = await problemsOfKill(machine, recipe, { ...kill, line });
    if (found !== "came to its end") return found;
  }
  return [`${recipe} was not killed at any line: ${JSON.stringify(kill)}`];
}

describeOnDocker("on this machine, killed at its lines", () => {
  test.concurrent.each(RECIPES)("%s is undone", (recipe) => turns.take(() => testRecipe(recipe)), HOUR);
});
