/**
 * Runs recipes one after another and collects the results of their checks.
 *
 * @module
 */
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { CheckReport, RunReport } from "../../recipe/run/report.ts";
import { explanationLines } from "../errors/explain.ts";
import { exitStatusOf } from "../errors/exit-status.ts";
import { complain } from "../terminal/standard-output.ts";
import { WIREWORK } from "../self.ts";
import type { Stopped } from "../run/signals.ts";

/** The result of a recipe's run, which may fail after all its checks have passed, or leave something behind */
export interface RecipeRun {
  readonly ok: boolean;
  readonly checks: readonly CheckReport[];
}

/** Results by recipe name */
export type Made = ReadonlyMap<string, RecipeRun>;

/** Runs recipes, and prints how each has ended; returns an exit status when it was stopped */
export async function runAll(
  recipes: readonly LoadedRecipe[],
  on: ThrowAwayKind,
  stopped: Stopped,
): Promise<Made | number> {
  const made = new Map<string, RecipeRun>();
  for (const { name, reference } of recipes) {
    const report = await runOne(reference, on, stopped);
    if (stopped.by !== null) return exitStatusOf(stopped.by);
    const { checks = [], ms = 0, ok = false, error } = report;
    const held = checks.filter((check) => check.ok).length;
    complain(`${name}: ${ok ? "done" : "failed"}, ${held} checks passed, ${(ms / 1000).toFixed(1)} s`);
    if (error !== undefined) for (const line of explanationLines(error)) complain(line);
    made.set(name, { ok, checks });
  }
  return made;
}

/** Returns a run's report; only the error of a run that could not begin */
async function runOne(reference: string, on: ThrowAwayKind, stopped: Stopped): Promise<Partial<RunReport>> {
  const running = Bun.spawn([...WIREWORK, "run", reference, "--json", `--on=${on}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Ctrl-C reaches the run as well, `kill` only this process. The run undoes everything before it ends
  void stopped.signal.then((signal) => running.kill(signal));
  const document = await running.stdout.text();
  await running.exited;
  if (stopped.by !== null) return {};
  if (running.signalCode !== null) throw new Error(`The run of ${reference} was killed (${running.signalCode})`);
  return JSON.parse(document) as Partial<RunReport>; // our own, of schema 1
}
