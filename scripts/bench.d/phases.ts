/**
 * The phases of a run, as far as they show from outside.
 *
 * @module
 */
import { spread, type Subject, timeInTurns } from "./compare.ts";
import { commandTime, documentOf } from "./run-document.ts";

/** A phase of a run, in milliseconds */
export interface Phase {
  readonly name: string;
  readonly ms: number;
}

/** Returns medians of several runs of a recipe */
export function phasesOfRun(wirework: string, recipe: string, rounds: number): readonly Phase[] {
  const version = { name: "version", argv: [wirework, "version"] };
  const dryRun = { name: "dry run", argv: [wirework, "run", recipe, "--dry-run"] };
  const run = { name: "run", argv: [wirework, "run", recipe] };
  const timings = timeInTurns([version, dryRun, run], rounds);
  const median = (subject: Subject) => spread(timings.get(subject) ?? []).median;
  const [launching, reading, all] = [median(version), median(dryRun), median(run)];
  const documents = Array.from({ length: rounds }, () => documentOf(wirework, recipe));
  const recipeItself = spread(documents.map(({ ms }) => ms)).median;
  const commands = spread(documents.map(commandTime)).median;
  return [
    { name: "the launcher and Bun (wirework version)", ms: launching },
    { name: "reading the recipe and its options (--dry-run, less that)", ms: reading - launching },
    { name: "the sandbox, opened, entered and closed (the rest)", ms: all - reading - recipeItself },
    { name: "the recipe's commands", ms: commands },
    { name: "its checks, and what it asks between", ms: recipeItself - commands },
  ];
}
