/**
 * Compares the cost of recipes with the same steps as a bash script.
 *
 * @module
 */
import { inArticleOrder } from "../../lib/article/sections.ts";
import { recipeNames } from "../../lib/recipe/load.ts";
import { ratio, type Spread, spread, type Subject, timeInTurns, type Timings } from "./compare.ts";
import { timeOnLiveEngine } from "./live-engine.ts";
import { peakMemory } from "./memory.ts";
import type { Memory } from "./process-tree.ts";
import { phasesOfRun } from "./phases.ts";
import { type RecipeTime, timeRecipes, together } from "./whole-list.ts";

const PROJECT = new URL("../..", import.meta.url).pathname;
const WIREWORK = `${PROJECT}scripts/wirework`;
const SCRIPT = `${PROJECT}scripts/bench.d/point-to-point.sh`;
const RECIPES_ALONE = `${PROJECT}scripts/bench.d/recipes-alone.ts`;
const RECIPE = "point-to-point";

/** wirework's goals */
const MOST = { run: 3, list: 2, megabytes: 200, onDocker: 2.5, lines: 1.2 } as const;

const RUN: Subject = { name: `wirework run ${RECIPE}`, argv: [WIREWORK, "run", RECIPE] };
const PLAIN: Subject = { name: "its steps and checks as a bash script in unshare", argv: [SCRIPT, "plain"] };
const ROOTS: Subject = { name: "the same script, with copy-on-write roots as well", argv: [SCRIPT, "copy-on-write"] };
const LIST: Subject = { name: "wirework list", argv: [WIREWORK, "list"] };
const ALONE: Subject = {
  name: "a bun script that only imports the recipes",
  argv: [process.execPath, "--no-env-file", "--no-install", "--config=/dev/null", RECIPES_ALONE],
};

const ON_DOCKER: Subject = { name: `wirework run ${RECIPE} --on docker`, argv: [...RUN.argv, "--on", "docker"] };
const LINES: Subject = { name: "its lines on a Docker that runs, containers started before", argv: [] };
const BASH: Subject = { name: "the same lines as a bash script", argv: [] };

/** Measures the given number of rounds, and prints a table */
export async function benchRecipes(rounds: number): Promise<void> {
  const runs = timeInTurns([RUN, PLAIN, ROOTS], rounds);
  const lists = timeInTurns([LIST, ALONE], rounds);
  const memory: Memory[] = [];
  const memoryRuns = Math.min(rounds, 5);
  for (let n = 0; n < memoryRuns; n += 1) memory.push(await peakMemory(RUN.argv));
  const phases = phasesOfRun(WIREWORK, RECIPE, rounds);
  const listRounds = Math.min(rounds, 3);
  const recipes = timeRecipes(WIREWORK, inArticleOrder(recipeNames()), listRounds);

  console.log(`Medians of ${rounds} rounds, taken in turns; in brackets the middle half of them\n`);
  row("", "time", "ratio");
  row(RUN.name, time(runs, RUN));
  row(`  ${PLAIN.name}`, time(runs, PLAIN), compared(ratio(runs, RUN, PLAIN)), `at most ${MOST.run}`);
  row(`  ${ROOTS.name}`, time(runs, ROOTS), compared(ratio(runs, RUN, ROOTS)), `at most ${MOST.run}`);
  row(LIST.name, time(lists, LIST));
  row(`  ${ALONE.name}`, time(lists, ALONE), compared(ratio(lists, LIST, ALONE)), `at most ${MOST.list}`);

  console.log(`\nThe largest of ${memoryRuns} runs, all of its processes at the same moment`);
  row("  resident, shared pages counted in each process", megabytes(memory, "rss"), "", `at most ${MOST.megabytes} MB`);
  row("  proportional, shared pages divided among them", megabytes(memory, "pss"), "", `at most ${MOST.megabytes} MB`);

  console.log("\nWhere the time of a run goes");
  for (const { name, ms } of phases) row(`  ${name}`, `${ms.toFixed(0)} ms`);

  console.log(`\nAll recipes, one after another, beside the sum of their commands' times; medians of ${listRounds}`);
  for (const recipe of [...recipes, together(recipes)]) recipeRow(recipe);

  console.log("\nOn a real Docker Engine");
  if (process.geteuid?.() !== 0 || Bun.which("dockerd") === null)
    console.log("not measured: that needs root and dockerd");
  else {
    const onDocker = timeInTurns([ON_DOCKER, RUN], rounds);
    row(ON_DOCKER.name, time(onDocker, ON_DOCKER), "", `aim: under ${MOST.onDocker} s`);
    row(`  ${RUN.name}`, time(onDocker, RUN), compared(ratio(onDocker, ON_DOCKER, RUN)));
    const lines = await timeOnLiveEngine(LINES, BASH, rounds);
    row(LINES.name, time(lines, LINES));
    row(`  ${BASH.name}`, time(lines, BASH), compared(ratio(lines, LINES, BASH)), `at most ${MOST.lines}`);
  }
}

function row(name: string, value: string, comparison = "", goal = ""): void {
  console.log(`${name.padEnd(60)}${value.padStart(7)}  ${comparison.padEnd(20)}${goal}`.trimEnd());
}

function recipeRow({ recipe, whole, commands }: RecipeTime): void {
  const times = (whole / commands).toFixed(1);
  row(`  ${recipe}`, `${whole.toFixed(0)} ms`, `${times} times ${commands.toFixed(0)} ms of commands`);
}

function time(timings: Timings, subject: Subject): string {
  return `${spread(timings.get(subject) ?? []).median.toFixed(0)} ms`;
}

function compared({ low, median, high }: Spread): string {
  return `${median.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
}

function megabytes(memory: readonly Memory[], kind: keyof Memory): string {
  return `${(Math.max(...memory.map((sample) => sample[kind])) / 1e6).toFixed(0)} MB`;
}
